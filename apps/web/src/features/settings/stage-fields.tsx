import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReviewStage } from '#lib/editorial'
import { readMembers } from '../../lib/api/publications.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import type { PublicationDraft } from './publication-draft.js'
import styles from './settings.module.css'

interface StageFieldsProps {
  readonly publication: string
  readonly draft: PublicationDraft
  readonly set: (part: Partial<PublicationDraft>) => void
}

const MOST_STAGES = 6
const MOST_POINTS = 30

/** 初审、复审、终审: what each stage is called and who may act in it. */
export function StageFields({ publication, draft, set }: StageFieldsProps) {
  const { settings, reason } = useTexts()
  const members = useQuery({ queryKey: keys.members(publication), queryFn: () => readMembers(publication) })
  const reviewers = members.data?.items.filter((one) => one.roles.includes('reviewer')) ?? []
  const change = (at: number, part: Partial<ReviewStage>): void =>
    set({ stages: draft.stages.map((stage, index) => (index === at ? { ...stage, ...part } : stage)) })
  return (
    <div className="stack">
      {draft.stages.map((stage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place
        <div key={at} className={styles.stage}>
          <Input
            aria-label={settings.stage(at + 1)}
            maxLength={40}
            value={stage.name}
            onChange={(event) => change(at, { name: event.target.value })}
          />
          <Select
            aria-label={settings.stageReviewers(stage.name)}
            mode="multiple"
            placeholder={settings.anyReviewer}
            value={[...stage.reviewers]}
            options={reviewers.map(({ person }) => ({ value: person.id, label: person.name }))}
            optionFilterProp="label"
            onChange={(chosen: string[]) => change(at, { reviewers: chosen })}
          />
          <InputNumber
            style={{ width: '100%' }}
            aria-label={settings.stageDays(stage.name)}
            placeholder={settings.daysHint}
            min={1}
            max={90}
            precision={0}
            value={stage.days ?? null}
            onChange={(days) => change(at, { days })}
          />
          <Input.TextArea
            aria-label={settings.stageChecklist(stage.name)}
            placeholder={settings.checklistHint}
            className={styles.checklist ?? ''}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={(stage.checklist ?? []).join('\n')}
            onChange={(event) => change(at, { checklist: event.target.value.split('\n').slice(0, MOST_POINTS) })}
          />
        </div>
      ))}
      <div className="row">
        <Button
          size="small"
          disabled={draft.stages.length >= MOST_STAGES}
          onClick={() => set({ stages: [...draft.stages, { name: settings.stage(draft.stages.length + 1), reviewers: [] }] })}
        >
          {settings.addStage}
        </Button>
        <Button size="small" disabled={draft.stages.length <= 1} onClick={() => set({ stages: draft.stages.slice(0, -1) })}>
          {settings.removeStage}
        </Button>
      </div>
      <Checkbox checked={draft.exception} onChange={(event) => set({ exception: event.target.checked })}>
        {settings.exception}
      </Checkbox>
      {draft.exception && (
        <Field label={settings.exceptionReason}>
          {(wiring) => (
            <Input.TextArea
              {...wiring}
              rows={2}
              maxLength={1000}
              placeholder={reason}
              value={draft.exceptionReason}
              onChange={(event) => set({ exceptionReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
