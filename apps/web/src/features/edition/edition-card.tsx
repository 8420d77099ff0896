import { can, type EditionAnswer } from '#lib/editorial'
import { fileAddress, manifestAddress } from '../../lib/api/editions.js'
import { bytesText, momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { useActor } from '../../lib/session.js'
import { CopyText } from '../../ui/copy-text.js'
import { EditionTag, Tag } from '../../ui/state-tag.js'
import styles from './edition.module.css'
import { MailDialog } from './mail-dialog.js'
import { ShareLinks } from './share-links.js'
import { WeChatDialog } from './wechat-dialog.js'

/** One edition with both its files, their sizes and hashes, who approved it, and what the typesetter noticed. */
export function EditionCard({ edition, publication }: { readonly edition: EditionAnswer; readonly publication: string }) {
  const actor = useActor()
  const { texts, language } = useSpoken()
  const at = (moment: string): string => momentText(moment, language)
  const recalled = edition.state === 'recalled'
  return (
    <article className={styles.edition} aria-label={`${edition.name} ${texts.edition.purposes[edition.purpose]}`}>
      <header className="row">
        <h2>{edition.name}</h2>
        <EditionTag state={edition.state} />
        {edition.purpose !== 'release' && <Tag tone="warn">{texts.edition.purposes[edition.purpose]}</Tag>}
        <span className="quiet">
          {texts.edition.number(edition.number)} · {texts.pages(edition.pages)}
        </span>
      </header>
      <p className="quiet small">
        {[
          texts.edition.made(at(edition.madeAt)),
          ...(edition.releasedAt === null
            ? []
            : [texts.edition.released(edition.releasedBy?.name ?? texts.system, at(edition.releasedAt))]),
        ].join(' · ')}
      </p>
      {edition.recalledAt !== null && (
        <p className={styles.error}>{texts.edition.recalled(at(edition.recalledAt), edition.recallReason ?? '')}</p>
      )}
      {edition.approvals.length > 0 && (
        <p className="small">
          {texts.about(texts.edition.approvals, texts.listed(edition.approvals.map((one) => `${one.stage} ${one.person}`)))}
        </p>
      )}
      <ul>
        {edition.files.map((file) => (
          <li key={file.format} className={styles.file}>
            {recalled ? (
              <span>{file.name}</span>
            ) : (
              <a
                href={fileAddress(edition.id, file.format)}
                download
                aria-label={`${texts.edition.download(file.format.toUpperCase())} ${file.name}`}
              >
                {file.name}
              </a>
            )}
            <span className="quiet small">{bytesText(file.bytes)}</span>
            <span className={styles.hash}>
              <span className="quiet small">{texts.edition.hash}</span> <CopyText text={file.sha256} label={texts.edition.hash} />
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <a href={manifestAddress(edition.id)} target="_blank" rel="noreferrer">
          {texts.edition.manifest}
        </a>
        <span className="quiet">
          {' '}
          · {texts.edition.contentHash} <CopyText text={edition.contentHash} label={texts.edition.contentHash} shown={12} />
        </span>
      </p>
      {edition.state === 'released' && can(actor, 'share editions', publication) && (
        <>
          <div className="row">
            <WeChatDialog edition={edition.id} publication={publication} />
            <MailDialog edition={edition} />
          </div>
          <ShareLinks edition={edition.id} />
        </>
      )}
      {edition.warnings.length > 0 && (
        <details>
          <summary>{texts.edition.warnings(edition.warnings.length)}</summary>
          <ul className={styles.warnings}>
            {edition.warnings.map((warning, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of an edition never change
              <li key={index}>
                {warning.page !== undefined && <span className="quiet">{texts.edition.atPage(warning.page)}　</span>}
                {warning.message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}
