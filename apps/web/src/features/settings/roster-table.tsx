import { App, Button } from 'antd'
import type { RosterLine } from '#lib/editorial'
import { useSpoken } from '../../lib/language.js'
import { LineTable } from '../../ui/line-table.js'
import { rosterWords } from './roster-words.js'

interface RosterTableProps {
  readonly lines: readonly RosterLine[]
  readonly mayKeep: boolean
  readonly onOpen: (line: RosterLine) => void
  readonly onRemove: (line: RosterLine) => void
}

/** The roster as lines. */
export function RosterTable({ lines, mayKeep, onOpen, onRemove }: RosterTableProps) {
  const { texts, language } = useSpoken()
  const { modal } = App.useApp()
  const ask = (line: RosterLine): void =>
    void modal.confirm({
      title: texts.roster.removeAsk(line.entry.name),
      okText: texts.roster.remove,
      okButtonProps: { danger: true },
      onOk: () => onRemove(line),
    })
  return (
    <LineTable heads={[texts.roster.kind, texts.roster.name, texts.roster.says, texts.roster.when, texts.roster.note]}>
      {lines.map((line) => {
        const { says, when } = rosterWords(line.entry, texts, language)
        return (
          <tr key={line.id}>
            <td className="unbroken">{texts.roster.kinds[line.entry.kind]}</td>
            <td>{line.entry.name}</td>
            <td>{says}</td>
            <td className="unbroken">{when}</td>
            <td className="small quiet">{line.entry.note}</td>
            <td className="unbroken">
              {mayKeep && (
                <>
                  <Button size="small" type="text" aria-label={`${texts.edit} ${line.entry.name}`} onClick={() => onOpen(line)}>
                    {texts.edit}
                  </Button>
                  <Button size="small" type="text" aria-label={`${texts.roster.remove} ${line.entry.name}`} onClick={() => ask(line)}>
                    {texts.roster.remove}
                  </Button>
                </>
              )}
            </td>
          </tr>
        )
      })}
    </LineTable>
  )
}
