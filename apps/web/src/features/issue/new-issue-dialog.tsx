import { useMutation, useQueryClient } from '@tanstack/react-query'
import { InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { IssueRequest } from '#lib/editorial'
import { makeIssue } from '../../lib/api/issues.js'
import { useTexts } from '../../lib/language.js'
import { newKey } from '../../lib/new-key.js'
import { usePublication } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { DateInput } from '../../ui/date-input.js'
import { Field } from '../../ui/field.js'
import { sentenceOf } from '../../ui/say.js'

interface NewIssueDialogProps {
  readonly publication: string
  readonly open: boolean
  readonly onClose: () => void
}

interface Wanted {
  readonly year: number | null
  readonly number: number | null
  readonly totalNumber: number | null
  /** Undefined while what is typed is no date. */
  readonly date: string | null | undefined
}

const NOTHING: Wanted = { year: null, number: null, totalNumber: null, date: null }

/** A new issue: the number goes on by itself unless one is given. */
export function NewIssueDialog({ publication, open, onClose }: NewIssueDialogProps) {
  const texts = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const totals = usePublication(publication)?.numbering.total === true
  const [wanted, setWanted] = useState<Wanted>(NOTHING)
  const [once, setOnce] = useState(newKey)
  const wholeDate = wanted.date === null || wanted.date?.length === 10
  const make = useMutation({
    mutationFn: () => makeIssue(publication, requestOf(wanted), once),
    onSuccess: async (issue) => {
      await client.invalidateQueries({ queryKey: keys.issues(publication) })
      onClose()
      await navigate(`/p/${publication}/issues/${issue.id}`)
    },
    onError: () => setOnce(newKey()),
  })
  const figures = [
    { name: 'year', label: texts.issue.year, most: 2100 },
    { name: 'number', label: texts.issue.number, most: 9999 },
    ...(totals ? [{ name: 'totalNumber', label: texts.issue.totalNumber, most: 9999 } as const] : []),
  ] as const
  return (
    <Modal
      open={open}
      title={texts.issue.add}
      okText={texts.issue.add}
      cancelText={texts.cancel}
      okButtonProps={{ loading: make.isPending, disabled: !wholeDate }}
      destroyOnHidden
      afterClose={() => {
        setWanted(NOTHING)
        setOnce(newKey())
        make.reset()
      }}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="quiet">{texts.issue.addLead}</p>
        <div className="row">
          {figures.map(({ name, label, most }) => (
            <Field key={name} label={label}>
              {(wiring) => (
                <InputNumber
                  {...wiring}
                  min={1}
                  max={most}
                  precision={0}
                  controls={false}
                  placeholder={texts.issue.automatic}
                  value={wanted[name]}
                  onChange={(value) => setWanted({ ...wanted, [name]: value })}
                />
              )}
            </Field>
          ))}
        </div>
        <Field
          label={texts.issue.date}
          hint={texts.issue.dateHint}
          error={wholeDate ? (make.error === null ? undefined : sentenceOf(make.error, texts)) : texts.issue.noSuchDate}
        >
          {(wiring) => <DateInput {...wiring} value={wanted.date ?? null} onChange={(date) => setWanted({ ...wanted, date })} />}
        </Field>
      </div>
    </Modal>
  )
}

const requestOf = ({ year, number, totalNumber, date }: Wanted): IssueRequest => ({
  ...(year === null ? {} : { year }),
  ...(number === null ? {} : { number }),
  ...(totalNumber === null ? {} : { totalNumber }),
  ...(date === null || date === undefined ? {} : { date }),
})
