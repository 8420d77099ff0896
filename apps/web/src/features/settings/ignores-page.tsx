import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import { can, type IgnoreAnswer, type Language, messageText } from '#lib/editorial'
import { readIgnores, takeBackIgnore } from '../../lib/api/ignores.js'
import { momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { LineTable } from '../../ui/line-table.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { useSay } from '../../ui/say.js'

/** 放行清单: words and rules the publication lets stand everywhere, who said so and why; each can be taken back. */
export function IgnoresPage() {
  const { texts, language } = useSpoken()
  const { publication = '' } = useParams()
  const say = useSay()
  const client = useQueryClient()
  const mayTakeBack = can(useActor(), 'let rules rest', publication)
  const list = useQuery({ queryKey: keys.ignores(publication), queryFn: () => readIgnores(publication) })
  const takeBack = useMutation({
    mutationFn: ({ id }: IgnoreAnswer) => takeBackIgnore(id),
    onSuccess: (_, one) => say.done(texts.ignores.takenBack(whatOf(one, language))),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.ignores(publication) }),
  })
  return (
    <>
      <PageHead title={texts.ignores.title} />
      <div className="stack">
        <p className="quiet small">{texts.ignores.lead}</p>
        <section className="card" aria-label={texts.ignores.title}>
          <Loaded of={list}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="card-body quiet">{texts.ignores.none}</p>
              ) : (
                <IgnoreTable items={items} onTakeBack={mayTakeBack ? (one) => takeBack.mutate(one) : undefined} />
              )
            }
          </Loaded>
        </section>
      </div>
    </>
  )
}

/** What the rule says where it finds something, with a gap for what it found. */
const ruleOf = ({ text, rule }: IgnoreAnswer, language: Language): string =>
  messageText(`proof/${rule}`, text === null ? {} : { text }, language).replace(/\{\w+\}/g, '…')

const whatOf = (one: IgnoreAnswer, language: Language): string => one.text ?? ruleOf(one, language)

interface IgnoreTableProps {
  readonly items: readonly IgnoreAnswer[]
  readonly onTakeBack: ((one: IgnoreAnswer) => void) | undefined
}

function IgnoreTable({ items, onTakeBack }: IgnoreTableProps) {
  const { texts, language } = useSpoken()
  const { ignores } = texts
  return (
    <LineTable heads={[ignores.words, texts.reason, ignores.by, ignores.at, ignores.rule]}>
      {items.map((one) => (
        <tr key={one.id}>
          <td>{one.text ?? <span className="quiet">{ignores.wholeRule}</span>}</td>
          <td>{one.reason}</td>
          <td className="unbroken">{one.by?.name ?? texts.system}</td>
          <td className="unbroken quiet">{momentText(one.at, language)}</td>
          <td className="quiet">{ruleOf(one, language)}</td>
          <td className="unbroken">
            {onTakeBack !== undefined && (
              <Button size="small" type="text" aria-label={ignores.takeBackOf(whatOf(one, language))} onClick={() => onTakeBack(one)}>
                {ignores.takeBack}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </LineTable>
  )
}
