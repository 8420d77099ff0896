import { Checkbox, Input } from 'antd'
import { readingRoomAddress } from '../../lib/api/readers.js'
import { useTexts } from '../../lib/language.js'
import { Field } from '../../ui/field.js'
import type { PublicationDraft } from './publication-draft.js'

interface ReaderFieldsProps {
  readonly publication: string
  readonly draft: PublicationDraft
  readonly set: (part: Partial<PublicationDraft>) => void
}

/** Who may read what is released, and whether the rules for internal publications apply. */
export function ReaderFields({ publication, draft, set }: ReaderFieldsProps) {
  const { share, optional } = useTexts()
  return (
    <div className="stack">
      <Checkbox checked={draft.openToReaders} onChange={(event) => set({ openToReaders: event.target.checked })}>
        {share.openToReaders}
      </Checkbox>
      {draft.openToReaders && (
        <p className="small">
          <a href={readingRoomAddress(publication)} target="_blank" rel="noreferrer">
            {share.shelf}
          </a>
        </p>
      )}
      <Checkbox checked={draft.resolveFirst} onChange={(event) => set({ resolveFirst: event.target.checked })}>
        {share.resolveFirst}
      </Checkbox>
      <Checkbox checked={draft.internal} onChange={(event) => set({ internal: event.target.checked })}>
        {share.internal}
      </Checkbox>
      {draft.internal && (
        <Field label={share.permit} hint={optional}>
          {(wiring) => <Input {...wiring} maxLength={60} value={draft.permit} onChange={(event) => set({ permit: event.target.value })} />}
        </Field>
      )}
    </div>
  )
}
