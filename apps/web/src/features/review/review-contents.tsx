import { Checkbox } from 'antd'
import type { IssueAnswer, LookAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useIssueComments } from './issue-comments.js'
import styles from './review.module.css'
import { type Reading, seenMark } from './use-reading.js'

interface ReviewContentsProps {
  readonly issue: IssueAnswer
  readonly reading: Reading
  readonly look: LookAnswer | undefined
}

/** 目次: the articles in their columns, which is being read, which were. */
export function ReviewContents({ issue, reading, look }: ReviewContentsProps) {
  const texts = useTexts()
  const seenCount = reading.articles.filter((one) => reading.seen.has(seenMark(one))).length
  const comments = useIssueComments(issue.id)
  const marksOf = (article: string): string[] => {
    const change = look?.seenAt === null ? undefined : look?.articles.find((one) => one.article === article)?.change
    const open = comments?.filter((one) => one.article === article).length ?? 0
    return [
      ...(change === undefined || change === 'same' || change === 'removed' ? [] : [texts.review.change[change]]),
      ...(open === 0 ? [] : [texts.comment.openOn(open)]),
    ]
  }
  let number = 0
  return (
    <nav className={styles.contents} aria-label={texts.review.contents}>
      <p className="quiet small">{texts.review.seenCount(seenCount, reading.articles.length)}</p>
      {issue.columns
        .filter((column) => column.articles.length > 0)
        .map((column) => (
          <section key={column.name ?? ''}>
            <h2 className={styles.column}>{column.name ?? texts.issue.unnamedColumn}</h2>
            <ol>
              {column.articles.map((placed) => {
                const at = number
                number += 1
                return (
                  <li key={placed.article} className={at === reading.at ? `${styles.entry} ${styles.current}` : styles.entry}>
                    <Checkbox
                      aria-label={texts.review.seenOf(placed.title)}
                      checked={reading.seen.has(seenMark(placed))}
                      onChange={(event) => reading.setSeen(placed, event.target.checked)}
                    />
                    <button type="button" aria-current={at === reading.at} onClick={() => reading.go(at)}>
                      {at + 1}. {placed.title}
                      {marksOf(placed.article).map((mark) => (
                        <span key={mark} className={styles.mark}>
                          {mark}
                        </span>
                      ))}
                    </button>
                  </li>
                )
              })}
            </ol>
          </section>
        ))}
    </nav>
  )
}
