import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { readShared, sharedFileAddress } from '../../lib/api/readers.js'
import { bytesText, momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { EntranceFrame } from '../../ui/entrance-frame.js'
import { Loaded } from '../../ui/loaded.js'
import styles from './shared.module.css'

/** What a shared link opens, for somebody without an account: the files of one edition. */
export function SharedPage() {
  const { texts, language } = useSpoken()
  const { token = '' } = useParams()
  const shared = useQuery({ queryKey: keys.shared(token), queryFn: () => readShared(token) })
  const at = (moment: string): string => momentText(moment, language)
  return (
    <EntranceFrame wide title={shared.data?.name ?? texts.share.title}>
      <Loaded of={shared}>
        {(edition) => (
          <>
            <p className="quiet small">
              {[edition.publication, texts.pages(edition.pages), texts.share.releasedAt(at(edition.releasedAt))].join(' · ')}
            </p>
            <ul className={styles.files}>
              {edition.files.map((file) => (
                <li key={file.format}>
                  <a href={sharedFileAddress(token, file.format)} download>
                    {file.name}
                  </a>{' '}
                  <span className="quiet small">{bytesText(file.bytes)}</span>
                  <p className={styles.hash}>
                    SHA-256 <code>{file.sha256}</code>
                  </p>
                </li>
              ))}
            </ul>
            <p className="small">{texts.share.until(at(edition.expiresAt))}</p>
          </>
        )}
      </Loaded>
    </EntranceFrame>
  )
}
