import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import type { AttachmentChange } from '#lib/editorial'
import { readReread } from '../../../lib/api/fetches.js'
import { attachmentAddress } from '../../../lib/api/origins.js'
import { useTexts } from '../../../lib/language.js'
import { keys } from '../../../lib/query-keys.js'
import { DifferenceView } from '../../../ui/difference-view.js'
import { Loaded } from '../../../ui/loaded.js'
import { Tag, type Tone } from '../../../ui/state-tag.js'
import styles from './origin.module.css'

interface RereadDialogProps {
  readonly fetch: string
  readonly onClose: () => void
}

const tones: Readonly<Record<AttachmentChange['change'], Tone>> = {
  same: 'plain',
  changed: 'warn',
  new: 'warn',
  gone: 'bad',
  unknown: 'plain',
}

/** What the page says and offers now beside what it did when it was collected; the article stays as it is. */
export function RereadDialog({ fetch, onClose }: RereadDialogProps) {
  const texts = useTexts()
  const { origin } = texts
  const reread = useQuery({ queryKey: keys.reread(fetch), queryFn: () => readReread(fetch) })
  return (
    <Modal open width={820} title={origin.difference} footer={null} onCancel={onClose}>
      <Loaded of={reread}>
        {({ first, now, attachments }) => (
          <div className="stack">
            <div className={styles.difference}>
              <DifferenceView before={first} after={now} />
            </div>
            {attachments.length > 0 && (
              <section className={styles.part} aria-label={origin.filesNow}>
                <h3>{origin.filesNow}</h3>
                <ul className={styles.files}>
                  {attachments.map((one) => (
                    <li key={`${one.url} ${one.change}`}>
                      <p className={styles.acts}>
                        <Tag tone={tones[one.change]}>{origin.changes[one.change]}</Tag>
                        <span className={styles.name}>{one.name}</span>
                        {one.change === 'changed' && <Both change={one} />}
                      </p>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        )}
      </Loaded>
    </Modal>
  )
}

/** Both files, for whoever wants to compare them. */
function Both({ change: { before, now, name } }: { readonly change: AttachmentChange }) {
  const { origin } = useTexts()
  const link = (id: string | null, label: string) =>
    id !== null && (
      <a className="small" href={attachmentAddress(id)} aria-label={`${label} ${name}`} download>
        {label}
      </a>
    )
  return (
    <>
      {link(before, origin.before)}
      {link(now, origin.now)}
    </>
  )
}
