import { useQuery } from '@tanstack/react-query'
import type { ArticleAnswer, OriginAnswer } from '#lib/editorial'
import { snapshotAddress } from '../../../lib/api/articles.js'
import { readOrigin } from '../../../lib/api/origins.js'
import { shortMoment } from '../../../lib/format.js'
import { useSpoken } from '../../../lib/language.js'
import { keys } from '../../../lib/query-keys.js'
import { Loaded } from '../../../ui/loaded.js'
import { ReadFrom } from '../../../ui/read-from.js'
import { AttachmentList } from './attachment-list.js'
import { ChangesSince } from './changes-since.js'
import styles from './origin.module.css'
import { PageAgain } from './page-again.js'

interface OriginTabProps {
  readonly article: ArticleAnswer
  readonly mayCollect: boolean
}

/** 原件: what the article was read from, where each field was read, the files that came with it, and whether the page still says the same. */
export function OriginTab({ article, mayCollect }: OriginTabProps) {
  const origin = useQuery({ queryKey: keys.origin(article.id), queryFn: () => readOrigin(article.id) })
  return (
    <Loaded of={origin}>
      {(found) => (
        <div className="stack">
          <Snapshot snapshot={found.snapshot} />
          {found.snapshot !== null && <ChangesSince article={article} />}
          <PageAgain article={article} reread={found.reread} mayCollect={mayCollect} />
          <AttachmentList attachments={found.attachments} mayCollect={mayCollect} />
          <Fields provenance={found.provenance} />
        </div>
      )}
    </Loaded>
  )
}

function Snapshot({ snapshot }: Pick<OriginAnswer, 'snapshot'>) {
  const { texts, language } = useSpoken()
  const { origin } = texts
  if (snapshot === null) return <p className="quiet">{origin.none}</p>
  return (
    <section className={styles.part} aria-label={origin.tab}>
      <p className={styles.name}>{snapshot.name}</p>
      {snapshot.url !== null && (
        <p className={`small ${styles.name}`}>
          <a href={snapshot.url} target="_blank" rel="noreferrer">
            {snapshot.url}
          </a>
        </p>
      )}
      <p className="quiet small">
        {origin.kinds[snapshot.origin]} · {origin.takenBy(snapshot.takenBy?.name ?? texts.system, shortMoment(snapshot.takenAt, language))}
      </p>
      <p className="small">
        <a href={snapshotAddress(snapshot.id)} download>
          {origin.download}
        </a>
      </p>
    </section>
  )
}

function Fields({ provenance }: Pick<OriginAnswer, 'provenance'>) {
  const { origin } = useSpoken().texts
  if (provenance.length === 0) return null
  return (
    <section className={styles.part} aria-label={origin.readFrom}>
      <h3>{origin.readFrom}</h3>
      <dl className={styles.fields}>
        {provenance.map(({ field, from }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was read does not change
          <div key={at}>
            <dt>{origin.fields[field] ?? field}</dt>
            <dd>
              <ReadFrom from={from} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
