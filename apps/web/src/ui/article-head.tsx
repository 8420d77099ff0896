import type { ArticleContent } from '#lib/editorial'
import { dateText } from '../lib/format.js'
import { useSpoken } from '../lib/language.js'
import styles from './article-head.module.css'

/** The head of an article as it is read: title, subtitle, author, number, where it comes from. */
export function ArticleHead({ content }: { readonly content: ArticleContent }) {
  const { texts, language } = useSpoken()
  const { source, sourceDate, documentNumber } = content
  const origin = [...(source === null ? [] : [source]), ...(sourceDate === null ? [] : [dateText(sourceDate, language)])]
  const unknown = source === null && documentNumber === null
  return (
    <header className={styles.head} lang="zh-CN">
      <h2 className={styles.title}>{content.title}</h2>
      {content.subtitle !== null && <p className={styles.subtitle}>——{content.subtitle.replace(/^[—─-]+/, '')}</p>}
      {content.author !== null && <p>{content.author}</p>}
      {documentNumber !== null && <p>{documentNumber}</p>}
      {(origin.length > 0 || unknown) && (
        <p className={unknown ? styles.missing : styles.origin}>
          {unknown ? [texts.review.noSource, ...origin].join('　') : texts.about(texts.review.source, origin.join('　'))}
        </p>
      )}
    </header>
  )
}
