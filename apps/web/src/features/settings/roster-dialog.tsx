import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { RosterKind, RosterLine } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { DateInput } from '../../ui/date-input.js'
import { Field } from '../../ui/field.js'
import { LineList } from '../../ui/line-list.js'
import { draftOfEntry, emptyDraft, entryOfDraft, type RosterDraft, rosterKinds } from './roster-draft.js'
import type { RosterWork } from './use-roster-work.js'

interface RosterDialogProps {
  /** Null: a new line. */
  readonly line: RosterLine | null
  readonly work: RosterWork
  readonly onClose: () => void
}

/** One line of the roster: its kind says what else is asked. */
export function RosterDialog({ line, work, onClose }: RosterDialogProps) {
  const { roster, ...texts } = useTexts()
  const [draft, setDraft] = useState<RosterDraft>(() => (line === null ? emptyDraft : draftOfEntry(line.entry)))
  const set = (part: Partial<RosterDraft>): void => setDraft((now) => ({ ...now, ...part }))
  const entry = entryOfDraft(draft)
  const keep = (): void => {
    if (entry !== undefined) work.keep.mutate({ line, entry }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={line === null ? roster.add : line.entry.name}
      okText={texts.save}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: entry === undefined, loading: work.keep.isPending }}
      onOk={keep}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={roster.kind}>
          {(wiring) => (
            <Select
              {...wiring}
              disabled={line !== null}
              value={draft.kind}
              options={rosterKinds.map((one) => ({ value: one, label: roster.kinds[one] }))}
              onChange={(kind: RosterKind) => set({ kind })}
            />
          )}
        </Field>
        <Field label={roster.nameOf[draft.kind]}>
          {(wiring) => <Input {...wiring} maxLength={120} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <RosterFields draft={draft} set={set} />
        <Field label={roster.note} hint={texts.optional}>
          {(wiring) => <Input {...wiring} maxLength={200} value={draft.note} onChange={(event) => set({ note: event.target.value })} />}
        </Field>
      </div>
    </Modal>
  )
}

function RosterFields({ draft, set }: { readonly draft: RosterDraft; readonly set: (part: Partial<RosterDraft>) => void }) {
  const { roster } = useTexts()
  const { kind } = draft
  const second = kind === 'person' || kind === 'body' || kind === 'document' ? roster.secondOf[kind] : undefined
  const others = kind === 'meeting' || kind === 'phrase' || kind === 'source' ? roster.othersOf[kind] : undefined
  const from = kind === 'phrase' || kind === 'source' ? undefined : roster.fromOf[kind]
  const to = kind === 'person' || kind === 'meeting' ? roster.to : undefined
  return (
    <>
      {second !== undefined && (
        <Field label={second}>
          {(wiring) => <Input {...wiring} maxLength={120} value={draft.second} onChange={(event) => set({ second: event.target.value })} />}
        </Field>
      )}
      {others !== undefined && (
        <LineList
          label={others}
          add={roster.addSpelling}
          lines={draft.others}
          maxLength={120}
          onChange={(lines) => set({ others: lines.slice(0, 20) })}
        />
      )}
      {from !== undefined && (
        <Field label={from}>
          {(wiring) => <DateInput {...wiring} value={draft.from} onChange={(date) => date !== undefined && set({ from: date })} />}
        </Field>
      )}
      {to !== undefined && (
        <Field label={to}>
          {(wiring) => <DateInput {...wiring} value={draft.to} onChange={(date) => date !== undefined && set({ to: date })} />}
        </Field>
      )}
    </>
  )
}
