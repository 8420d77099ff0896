import { Button } from 'antd'
import { Link } from 'react-router'
import type { AttachmentAnswer } from '#lib/editorial'
import { attachmentAddress } from '../../../lib/api/origins.js'
import { bytesText } from '../../../lib/format.js'
import { useTexts } from '../../../lib/language.js'
import { Tag, type Tone } from '../../../ui/state-tag.js'
import styles from './origin.module.css'
import { type AttachmentWork, useAttachmentWork } from './use-attachment-work.js'

interface AttachmentListProps {
  readonly attachments: readonly AttachmentAnswer[]
  readonly mayCollect: boolean
}

const tones: Readonly<Record<AttachmentAnswer['state'], Tone>> = {
  queued: 'plain',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

/** 附件: each kept file to be downloaded or made an article of, each other with why it is not there and what to do. */
export function AttachmentList({ attachments, mayCollect }: AttachmentListProps) {
  const { origin } = useTexts()
  const work = useAttachmentWork()
  if (attachments.length === 0) return null
  return (
    <section className={styles.part} aria-label={origin.attachments}>
      <h3>{origin.attachments}</h3>
      <ul className={styles.files}>
        {attachments.map((one) => (
          <li key={one.id}>
            <p className={styles.name}>
              {one.sha256 === null ? (
                one.name
              ) : (
                <a href={attachmentAddress(one.id)} download>
                  {one.name}
                </a>
              )}
            </p>
            <p className={styles.acts}>
              <Tag tone={tones[one.state]}>{origin.states[one.state]}</Tag>
              {one.bytes !== null && <span className="quiet small">{bytesText(one.bytes)}</span>}
              {mayCollect && <Acts attachment={one} work={work} />}
            </p>
            {one.error !== null && <p className={`small ${styles.error}`}>{one.error.message}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ attachment: one, work }: { readonly attachment: AttachmentAnswer; readonly work: AttachmentWork }) {
  const { origin } = useTexts()
  const button = (label: string, act: () => void, busy = false) => (
    <Button size="small" aria-label={`${label} ${one.name}`} loading={busy} onClick={act}>
      {label}
    </Button>
  )
  const made = work.madeOf(one.id)
  return (
    <>
      {one.state === 'cancelled' && button(origin.get, () => work.fetch.mutate(one.id))}
      {one.state === 'failed' && button(origin.getAgain, () => work.fetch.mutate(one.id))}
      {(one.state === 'queued' || one.state === 'running') && button(origin.stop, () => work.cancel.mutate(one.id))}
      {one.readable &&
        (made === undefined ? (
          button(origin.makeArticle, () => work.make.mutate(one.id), work.make.isPending && work.make.variables === one.id)
        ) : (
          <Link to={`/p/${one.publication}/articles/${made}`}>{origin.openMade}</Link>
        ))}
    </>
  )
}
