import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { FeedAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { usePublication } from '../../lib/publications.js'
import { Field } from '../../ui/field.js'
import { draftOfFeed, type FeedDraft, requestOfDraft } from './feed-draft.js'
import { RuleFields } from './rule-fields.js'
import type { FeedWork } from './use-feed-work.js'

interface FeedDialogProps {
  /** Null: a new one. */
  readonly feed: FeedAnswer | null
  readonly publication: string
  readonly work: FeedWork
  readonly onClose: () => void
}

/** Minutes between two visits that may be chosen. */
const INTERVALS = [15, 30, 60, 180, 360, 720, 1440, 10_080]

/** A feed or a page that lists articles: where, how often, and which column suits what it brings. */
export function FeedDialog({ feed, publication, work, onClose }: FeedDialogProps) {
  const texts = useTexts()
  const columns = usePublication(publication)?.columns ?? []
  const [draft, setDraft] = useState<FeedDraft>(() => draftOfFeed(feed))
  const set = (part: Partial<FeedDraft>): void => setDraft((now) => ({ ...now, ...part }))
  const body = requestOfDraft(draft)
  const keep = (): void => {
    if (body !== undefined) work.keep.mutate({ feed, body }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      width={640}
      title={feed === null ? texts.feed.add : feed.name}
      okText={texts.save}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: body === undefined, loading: work.keep.isPending }}
      onOk={keep}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={texts.feed.name}>
          {(wiring) => <Input {...wiring} maxLength={100} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <Field label={texts.feed.address} hint={texts.feed.addressHint}>
          {(wiring) => (
            <Input
              {...wiring}
              type="url"
              maxLength={2000}
              value={draft.address}
              onChange={(event) => set({ address: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.feed.every}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.everyMinutes}
              options={INTERVALS.map((minutes) => ({ value: minutes, label: texts.feed.interval(minutes) }))}
              onChange={(everyMinutes: number) => set({ everyMinutes })}
            />
          )}
        </Field>
        <RuleFields rules={draft.rules} columns={columns} onChange={(rules) => set({ rules })} />
      </div>
    </Modal>
  )
}
