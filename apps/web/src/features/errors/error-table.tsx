import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import type { ErrorLine } from '#lib/editorial'
import { strikeError } from '../../lib/api/errors.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { LineTable } from '../../ui/line-table.js'
import { useSay } from '../../ui/say.js'
import styles from './errors.module.css'
import { useStageName } from './use-stage-name.js'

interface ErrorTableProps {
  readonly lines: readonly ErrorLine[]
  readonly publication: string
  readonly mayKeep: boolean
  readonly withIssue: boolean
}

/** The ledger, newest first; what was written down by mistake is struck. */
export function ErrorTable({ lines, publication, mayKeep, withIssue }: ErrorTableProps) {
  const { texts } = useSpoken()
  const { errors } = texts
  const strike = useStrike(publication)
  return (
    <LineTable heads={[errors.text, errors.correction, errors.kind, errors.stage, errors.article, errors.by]}>
      {lines.map((line) => (
        <ErrorRow key={line.id} line={line} withIssue={withIssue} onStrike={mayKeep ? () => strike(line) : undefined} />
      ))}
    </LineTable>
  )
}

interface ErrorRowProps {
  readonly line: ErrorLine
  readonly withIssue: boolean
  readonly onStrike: (() => void) | undefined
}

function ErrorRow({ line, withIssue, onStrike }: ErrorRowProps) {
  const { texts, language } = useSpoken()
  const { errors } = texts
  const stageName = useStageName()
  const where = [...(line.page === null ? [] : [texts.edition.atPage(line.page)]), ...(line.times > 1 ? [errors.timesOf(line.times)] : [])]
  return (
    <tr>
      <td>
        <span className={styles.words}>{line.text}</span>
        {line.note !== null && <p className="small quiet">{line.note}</p>}
      </td>
      <td className={styles.words}>{line.correction}</td>
      <td>{errors.kinds[line.kind]}</td>
      <td className="unbroken">{stageName(line.stage)}</td>
      <td>
        {line.article === null ? '' : <Link to={`/p/${line.publication}/articles/${line.article}`}>{line.articleTitle}</Link>}
        <p className="small quiet">{[...(withIssue ? [line.issueName] : []), ...where].join(' · ')}</p>
      </td>
      <td className="small">
        <p>{line.by?.name ?? texts.system}</p>
        <p className="quiet unbroken">{shortMoment(line.at, language)}</p>
      </td>
      <td className="unbroken">
        {onStrike !== undefined && (
          <Button size="small" type="text" aria-label={`${errors.strike} ${line.text}`} onClick={onStrike}>
            {errors.strike}
          </Button>
        )}
      </td>
    </tr>
  )
}

function useStrike(publication: string): (line: ErrorLine) => void {
  const { texts } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const { modal } = App.useApp()
  const strike = useMutation({
    mutationFn: strikeError,
    onSuccess: () => say.done(texts.errors.struck),
    onError: say.problem,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.errors(publication) })
      await client.invalidateQueries({ queryKey: keys.errorRates(publication) })
    },
  })
  return (line) =>
    void modal.confirm({
      title: texts.errors.strikeAsk(line.text),
      okText: texts.errors.strike,
      okButtonProps: { danger: true },
      onOk: () => strike.mutate(line.id),
    })
}
