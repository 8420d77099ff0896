import { Button } from 'antd'
import type { RosterImported } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { Note } from '../../ui/note.js'

interface RosterImportNoteProps {
  readonly imported: RosterImported
  readonly onClose: () => void
}

/** What a table did, and its lines that say nothing. */
export function RosterImportNote({ imported, onClose }: RosterImportNoteProps) {
  const { roster, close } = useTexts()
  const { added, changed, same, flaws } = imported
  return (
    <Note
      tone={flaws.length === 0 ? 'good' : 'warn'}
      title={roster.imported(added, changed, same)}
      actions={
        <Button size="small" onClick={onClose}>
          {close}
        </Button>
      }
    >
      {flaws.map((flaw) => (
        <p key={`${flaw.row} ${flaw.column}`}>
          {roster.row(flaw.row, flaw.column)} {flaw.message}
        </p>
      ))}
    </Note>
  )
}
