import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { IssueAnswer, IssueChange } from '#lib/editorial'
import { changeIssue } from '../../lib/api/issues.js'
import { useTexts } from '../../lib/language.js'
import { usePublication } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { DateInput } from '../../ui/date-input.js'
import { Field } from '../../ui/field.js'
import { LineList } from '../../ui/line-list.js'
import { Note } from '../../ui/note.js'
import { sentenceOf, useSay } from '../../ui/say.js'

interface FactsDialogProps {
  readonly issue: IssueAnswer
  readonly open: boolean
  readonly onClose: () => void
}

/** Changes the number, the date, the editors, the contact and the further cover lines. */
export function FactsDialog({ issue, open, onClose }: FactsDialogProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const totals = usePublication(issue.publication)?.numbering.total === true
  const [facts, setFacts] = useState<IssueChange>(() => factsOf(issue))
  const [dateIs, setDateIs] = useState(true)
  const save = useMutation({
    mutationFn: () => changeIssue(issue.id, issue.version, changed(issue, facts)),
    onSuccess: async (answer) => {
      client.setQueryData(keys.issueAnswer(issue.id), answer)
      say.done(texts.saved)
      onClose()
      await client.invalidateQueries({ queryKey: keys.issues(issue.publication) })
    },
    onError: () => client.invalidateQueries({ queryKey: keys.issue(issue.id) }),
  })
  const set = (part: IssueChange): void => setFacts({ ...facts, ...part })
  const figures = [
    { name: 'year', label: texts.issue.year },
    { name: 'number', label: texts.issue.number },
    ...(totals ? [{ name: 'totalNumber', label: texts.issue.totalNumber } as const] : []),
  ] as const
  return (
    <Modal
      open={open}
      title={texts.issue.editFacts}
      okText={texts.save}
      cancelText={texts.cancel}
      okButtonProps={{ loading: save.isPending, disabled: !dateIs }}
      destroyOnHidden
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {issue.state !== 'draft' && (
          <Note tone="warn" title={texts.issue.voidsTitle}>
            {texts.issue.voidsLead}
          </Note>
        )}
        <div className="row">
          {figures.map(({ name, label }) => (
            <Field key={name} label={label}>
              {(wiring) => (
                <InputNumber
                  {...wiring}
                  min={1}
                  max={9999}
                  precision={0}
                  controls={false}
                  value={facts[name] ?? null}
                  onChange={(value) => value !== null && set({ [name]: value })}
                />
              )}
            </Field>
          ))}
        </div>
        <Field label={texts.issue.date} hint={texts.issue.dateHint} error={dateIs ? undefined : texts.issue.noSuchDate}>
          {(wiring) => (
            <DateInput
              {...wiring}
              value={facts.date ?? null}
              onChange={(date) => {
                setDateIs(date === null || date?.length === 10)
                if (date !== undefined) set({ date })
              }}
            />
          )}
        </Field>
        <LineList
          label={texts.issue.editors}
          add={texts.settings.addEditor}
          lines={facts.editors ?? []}
          maxLength={60}
          onChange={(editors) => set({ editors })}
        />
        <Field label={texts.issue.contact} hint={texts.optional}>
          {(wiring) => (
            <Input {...wiring} maxLength={300} value={facts.contact ?? ''} onChange={(event) => set({ contact: event.target.value })} />
          )}
        </Field>
        <Field label={texts.issue.titleLines} hint={texts.optional}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={2}
              value={(facts.titleLines ?? []).join('\n')}
              onChange={(event) => set({ titleLines: event.target.value.split('\n') })}
            />
          )}
        </Field>
        {save.error !== null && <Note tone="bad" title={sentenceOf(save.error, texts)} />}
      </div>
    </Modal>
  )
}

const factsOf = (issue: IssueAnswer): IssueChange => ({
  ...(issue.year === null ? {} : { year: issue.year }),
  ...(issue.number === null ? {} : { number: issue.number }),
  totalNumber: issue.totalNumber,
  date: issue.date,
  editors: issue.editors,
  contact: issue.contact,
  titleLines: issue.titleLines,
})

const written = (lines: readonly string[] | undefined): string[] => (lines ?? []).map((line) => line.trim()).filter((line) => line !== '')

/** Only what differs goes out, so that an untouched number is not asked for again. */
function changed(issue: IssueAnswer, facts: IssueChange): IssueChange {
  const wanted: IssueChange = {
    ...facts,
    editors: written(facts.editors),
    titleLines: written(facts.titleLines),
    contact: facts.contact?.trim() ? facts.contact.trim() : null,
  }
  const before = factsOf(issue) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name] ?? null)),
  )
}
