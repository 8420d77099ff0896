import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { type ArticleContent, can, type PlacedArticle } from '#lib/editorial'
import { readArticleVersion, readFindings } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { ArticleBody } from '../../ui/article-body.js'
import { ArticleHead } from '../../ui/article-head.js'
import { commentMark, withComments } from '../../ui/comments/comment-marks.js'
import { CommentPanel } from '../../ui/comments/comment-panel.js'
import { useComments } from '../../ui/comments/use-comments.js'
import { usePassage } from '../../ui/comments/use-passage.js'
import { DifferenceView } from '../../ui/difference-view.js'
import { ErrorButton } from '../../ui/errors/error-button.js'
import { FindingList } from '../../ui/finding-list.js'
import { marksOf, showFinding } from '../../ui/finding-marks.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import styles from './review.module.css'
import type { Reading } from './use-reading.js'

interface ReadingPaneProps {
  readonly publication: string
  readonly placed: PlacedArticle
  readonly reading: Reading
  readonly issue: string
  /** The stage that reads now; undefined where none is open. */
  readonly stage: string | undefined
}

/** One article in the version that will be printed, with what the rules found in it. */
export function ReadingPane({ publication, placed, reading, issue, stage }: ReadingPaneProps) {
  const texts = useTexts()
  const sheet = useRef<HTMLElement>(null)
  const version = useQuery({
    queryKey: keys.articleVersion(placed.article, placed.version),
    queryFn: () => readArticleVersion(placed.article, placed.version),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const findings = useQuery({
    queryKey: keys.findings(placed.article, placed.version),
    queryFn: () => readFindings(placed.article, placed.version),
  })
  const list = findings.data?.findings
  const comments = useComments({ id: placed.article, version: placed.version, issue })
  const remarks = comments.list.data?.items
  const marks = useMemo(() => withComments(marksOf(list ?? []), remarks), [list, remarks])
  const { passage, letGo } = usePassage(sheet, version.data?.content)
  const actor = useActor()
  const before = reading.seenBefore(placed)
  const [comparing, setComparing] = useState(false)
  const last = reading.at === reading.articles.length - 1
  const onward = (): void => {
    reading.setSeen(placed, true)
    if (!last) reading.go(reading.at + 1)
    sheet.current?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      {before !== undefined && (
        <Note
          tone="warn"
          title={texts.review.changedSince(before)}
          actions={
            <Button size="small" onClick={() => setComparing(!comparing)}>
              {comparing ? texts.review.showWhole : texts.review.showChanges}
            </Button>
          }
        />
      )}
      <article className={styles.sheet} ref={sheet}>
        <Loaded of={version}>
          {({ content }) =>
            comparing && before !== undefined ? (
              <SinceLastLook article={placed.article} version={before} now={content} />
            ) : (
              <>
                <ArticleHead content={content} />
                <ArticleBody publication={publication} content={content} marks={marks} />
              </>
            )
          }
        </Loaded>
      </article>
      <div className="row">
        <Button disabled={reading.at === 0} onClick={() => reading.go(reading.at - 1)}>
          {texts.review.previous}
        </Button>
        <Button onClick={onward}>{last ? texts.review.seen : texts.together(texts.review.seen, texts.review.following)}</Button>
      </div>
      <section className={styles.findings} aria-label={texts.comment.title}>
        <h2>{texts.comment.title}</h2>
        <CommentPanel
          comments={comments}
          version={placed.version}
          passage={passage}
          onLetGo={letGo}
          onShow={(one) => showFinding(sheet.current, commentMark(one))}
          mayComment={can(actor, 'comment on issues', publication)}
          mayAccept={false}
        />
      </section>
      {list !== undefined && (
        <section className={styles.findings} aria-label={texts.review.findings}>
          <h2>{texts.review.findings}</h2>
          <FindingList
            findings={list}
            onShow={(id) => showFinding(sheet.current, id)}
            actions={(finding) => (
              <div className="row">
                <ErrorButton publication={publication} issue={issue} article={placed.article} finding={finding} stage={stage} />
              </div>
            )}
          />
        </section>
      )}
    </>
  )
}

/** What changed in an article since this reviewer last looked at it. */
function SinceLastLook({ article, version, now }: { readonly article: string; readonly version: number; readonly now: ArticleContent }) {
  const seen = useQuery({
    queryKey: keys.articleVersion(article, version),
    queryFn: () => readArticleVersion(article, version),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return <Loaded of={seen}>{({ content }) => <DifferenceView before={content} after={now} />}</Loaded>
}
