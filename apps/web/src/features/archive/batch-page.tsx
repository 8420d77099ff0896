import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { Link, useParams } from 'react-router'
import { can, type PastBatchAnswer, type PastIssueAnswer } from '#lib/editorial'
import { actOnPastIssue, readPastBatch, readPastIssues } from '../../lib/api/past-issues.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { FileButton } from '../../ui/file-button.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { sentenceOf, useSay } from '../../ui/say.js'
import { DropArea } from '../inbox/drop-area.js'
import styles from './past.module.css'
import { PastIssueState, underWay } from './past-issue-state.js'
import { useSending } from './use-sending.js'

/** One batch of past bulletins: its files on their way, what was read from each, and what a person has to look at. */
export function BatchPage() {
  const { past } = useTexts()
  const { publication = '', batch = '' } = useParams()
  const mayImport = can(useActor(), 'collect sources', publication)
  const { sending, send } = useSending(publication, batch)
  const about = useQuery({ queryKey: keys.pastBatch(publication, batch), queryFn: () => readPastBatch(batch) })
  const files = useQuery({ queryKey: keys.pastIssues(publication, batch), queryFn: () => readPastIssues(batch) })
  return (
    <DropArea label={past.dropHere} enabled={mayImport} onFiles={send}>
      <PageHead
        title={about.data?.name ?? past.batchesTitle}
        above={<Link to={`/p/${publication}/archive/batches`}>{past.batchesTitle}</Link>}
      />
      <div className="stack">
        <Loaded of={about}>{(found) => <BatchProgress batch={found} />}</Loaded>
        {mayImport && (
          <div className={`card card-body ${styles.send}`}>
            <span>{past.drop}</span>
            <FileButton label={past.choose} onFiles={send} />
            {sending.all > 0 && (
              <span role="status" className="quiet">
                {sending.busy ? past.sending(sending.sent + sending.failed.length, sending.all) : past.sent(sending.sent)}
              </span>
            )}
          </div>
        )}
        <NotSent sending={sending} send={send} />
        <Loaded of={files}>
          {(all) =>
            all.length === 0 ? (
              <p className="card card-body quiet">{past.noFiles}</p>
            ) : (
              <FileTable files={all} publication={publication} mayImport={mayImport} />
            )
          }
        </Loaded>
      </div>
    </DropArea>
  )
}

function BatchProgress({ batch }: { readonly batch: PastBatchAnswer }) {
  const { past } = useTexts()
  const over = batch.done + batch.failed + batch.cancelled
  const parts = [
    past.progress(batch.done, batch.files),
    past.articles(batch.articles),
    batch.failed > 0 ? past.failedOf(batch.failed) : '',
    batch.doubts > 0 ? past.openDoubts(batch.doubts) : '',
  ]
  return (
    <section className="card card-body" aria-label={past.state}>
      <Progress
        percent={batch.files === 0 ? 0 : Math.round((100 * over) / batch.files)}
        status={over < batch.files ? 'active' : 'normal'}
        aria-label={past.state}
      />
      <p role="status">{parts.filter((part) => part !== '').join('　')}</p>
    </section>
  )
}

function NotSent({ sending, send }: ReturnType<typeof useSending>) {
  const texts = useTexts()
  if (sending.failed.length === 0 || sending.busy) return null
  return (
    <Note
      tone="bad"
      title={texts.past.notSent(sending.failed.length)}
      actions={
        <Button size="small" onClick={() => send(sending.failed.map((one) => one.file))}>
          {texts.past.sendAgain}
        </Button>
      }
    >
      <ul>
        {sending.failed.slice(0, 8).map(({ file, error }) => (
          <li key={file.name}>
            {file.name}：{sentenceOf(error, texts)}
          </li>
        ))}
      </ul>
    </Note>
  )
}

interface FileTableProps {
  readonly files: readonly PastIssueAnswer[]
  readonly publication: string
  readonly mayImport: boolean
}

function FileTable({ files, publication, mayImport }: FileTableProps) {
  const { past } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: ({ id, what }: { id: string; what: 'retry' | 'cancel' }) => actOnPastIssue(id, what),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.pastBatches(publication) }),
    onError: say.problem,
  })
  return (
    <section className="card" aria-label={past.table}>
      <table className="lines">
        <thead>
          <tr>
            <th>{past.file}</th>
            <th>{past.issue}</th>
            <th>{past.state}</th>
            <th className="numeric">{past.result}</th>
            <th className="numeric">{past.doubts}</th>
            <th aria-label={past.retry} />
          </tr>
        </thead>
        <tbody>
          {files.map((one) => (
            <tr key={one.id}>
              <td>
                {one.state === 'done' ? <Link to={`/p/${publication}/archive/past/${one.id}`}>{one.file}</Link> : one.file}
                {one.error !== null && <p className={styles.error}>{one.error.message}</p>}
              </td>
              <td>{one.name ?? (one.state === 'done' ? <span className="quiet">{past.unknown}</span> : '')}</td>
              <td className="unbroken">
                <PastIssueState issue={one} />
              </td>
              <td className="numeric">{one.state === 'done' ? past.articles(one.articles) : ''}</td>
              <td className="numeric">{one.state === 'done' ? one.doubts : ''}</td>
              <td>
                {mayImport && (one.state === 'failed' || one.state === 'cancelled') && (
                  <Button size="small" aria-label={`${past.retry} ${one.file}`} onClick={() => act.mutate({ id: one.id, what: 'retry' })}>
                    {past.retry}
                  </Button>
                )}
                {mayImport && underWay(one) && (
                  <Button size="small" aria-label={`${past.cancel} ${one.file}`} onClick={() => act.mutate({ id: one.id, what: 'cancel' })}>
                    {past.cancel}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
