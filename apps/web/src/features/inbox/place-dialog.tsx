import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { ArticleLine } from '#lib/editorial'
import { readIssue, readIssues } from '../../lib/api/issues.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { useSay } from '../../ui/say.js'
import { placedAtEnd } from './place-articles.js'

interface PlaceDialogProps {
  readonly publication: string
  /** What is to be placed; empty: the dialog is shut. */
  readonly articles: readonly ArticleLine[]
  readonly onClose: () => void
  readonly onPlaced: () => void
}

/** 编入: into which issue, under which column. */
export function PlaceDialog({ publication, articles, onClose, onPlaced }: PlaceDialogProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [issue, setIssue] = useState<string | null>(null)
  const [column, setColumn] = useState<number | null>(null)
  const open = articles.length > 0
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication), enabled: open })
  const drafts = issues.data?.items.filter((one) => one.state === 'draft') ?? []
  const chosen = issue ?? drafts[0]?.id ?? null
  const whole = useQuery({
    queryKey: keys.issueAnswer(chosen ?? ''),
    queryFn: () => readIssue(chosen ?? ''),
    enabled: open && chosen !== null,
  })
  const columns = whole.data?.columns ?? []
  const place = useMutation({
    mutationFn: () => placedAtEnd(chosen ?? '', column ?? 0, articles),
    onSuccess: (answer) => {
      client.setQueryData(keys.issueAnswer(answer.id), answer)
      say.done(texts.inbox.placed(articles.length, answer.name))
      onPlaced()
      void client.invalidateQueries({ queryKey: keys.articles(publication) })
      void client.invalidateQueries({ queryKey: keys.issues(publication) })
    },
    onError: say.problem,
  })
  return (
    <Modal
      open={open}
      title={texts.inbox.placeTitle(articles.length)}
      okText={texts.inbox.place}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: chosen === null || columns.length === 0, loading: place.isPending }}
      destroyOnHidden
      onOk={() => place.mutate()}
      onCancel={onClose}
    >
      {issues.data !== undefined && drafts.length === 0 ? (
        <p>{texts.inbox.noDraft}</p>
      ) : (
        <div className="stack">
          <Field label={texts.inbox.issue}>
            {(wiring) => (
              <Select
                {...wiring}
                value={chosen}
                options={drafts.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id: string) => {
                  setIssue(id)
                  setColumn(null)
                }}
              />
            )}
          </Field>
          <Field label={texts.inbox.column}>
            {(wiring) => (
              <Select
                {...wiring}
                value={columns.length === 0 ? null : (column ?? 0)}
                options={columns.map(({ name }, at) => ({ value: at, label: name ?? texts.inbox.noColumn }))}
                onChange={setColumn}
              />
            )}
          </Field>
        </div>
      )}
    </Modal>
  )
}
