import { useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type ArticleAnswer, can } from '#lib/editorial'
import { readArticleVersion, readFindings } from '../../lib/api/articles.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { ArticleBody } from '../../ui/article-body.js'
import { ArticleHead } from '../../ui/article-head.js'
import { commentMark, withComments } from '../../ui/comments/comment-marks.js'
import { CommentPanel } from '../../ui/comments/comment-panel.js'
import { useComments } from '../../ui/comments/use-comments.js'
import { usePassage } from '../../ui/comments/use-passage.js'
import { DifferenceView } from '../../ui/difference-view.js'
import { FindingList } from '../../ui/finding-list.js'
import { marksOf, showFinding } from '../../ui/finding-marks.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import styles from './article.module.css'
import { keepDraft } from './draft-store.js'
import { OriginTab } from './origin/origin-tab.js'
import { TAB_GAP } from './tab-gap.js'
import { VersionsTab } from './versions-tab.js'

interface ArticleReaderProps {
  readonly newest: ArticleAnswer
  readonly version: number
  readonly mayEdit: boolean
}

/** One saved version, to be read; an editor may go on from it. */
export function ArticleReader({ newest, version, mayEdit }: ArticleReaderProps) {
  const { texts, language } = useSpoken()
  const navigate = useNavigate()
  const sheet = useRef<HTMLElement>(null)
  const [comparing, setComparing] = useState(false)
  const home = `/p/${newest.publication}/articles/${newest.id}`
  const answer = useQuery({
    queryKey: keys.articleVersion(newest.id, version),
    queryFn: () => readArticleVersion(newest.id, version),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const findings = useQuery({ queryKey: keys.findings(newest.id, version), queryFn: () => readFindings(newest.id, version) })
  const list = findings.data?.findings
  const comments = useComments({ id: newest.id, version, issue: newest.issue })
  const remarks = comments.list.data?.items
  const marks = useMemo(() => withComments(marksOf(list ?? []), remarks), [list, remarks])
  const { passage, letGo } = usePassage(sheet, answer.data?.content)
  const actor = useActor()
  const mayComment = can(actor, 'comment on issues', newest.publication)
  const mayCollect = can(actor, 'collect sources', newest.publication)
  const goOn = (from: ArticleAnswer): void => {
    keepDraft(newest.id, { base: newest.version, at: new Date().toISOString(), content: from.content })
    void navigate(home)
  }
  return (
    <Loaded of={answer}>
      {(shown) => (
        <div className={styles.desk}>
          <div className={styles.middle}>
            <PageHead
              title={texts.article.title}
              tabTitle={shown.content.title}
              aside={
                <span className="small">
                  {texts.article.allSaved(shown.version, shortMoment(shown.savedAt, language))} · {texts.characters(shown.characters)}
                </span>
              }
              actions={
                <>
                  {version !== newest.version && (
                    <Button onClick={() => setComparing(!comparing)}>
                      {comparing ? texts.article.stopComparing : texts.article.compare}
                    </Button>
                  )}
                  {mayEdit && <Button onClick={() => goOn(shown)}>{texts.article.restoreVersion}</Button>}
                </>
              }
            />
            {version === newest.version ? (
              <Note title={texts.article.readOnly} />
            ) : (
              <Note
                tone="warn"
                title={texts.article.oldVersion(version, newest.version)}
                actions={<Link to={home}>{texts.article.toNewest}</Link>}
              />
            )}
            <article className={`${styles.sheet} ${styles.reading}`} ref={sheet}>
              {comparing ? (
                <>
                  <h2>{texts.article.comparing(version, newest.version)}</h2>
                  <DifferenceView before={shown.content} after={newest.content} />
                </>
              ) : (
                <>
                  <ArticleHead content={shown.content} />
                  <ArticleBody publication={newest.publication} content={shown.content} marks={marks} />
                </>
              )}
            </article>
          </div>
          <aside className={styles.side} aria-label={texts.article.tabs.label}>
            <Tabs
              tabBarGutter={TAB_GAP}
              items={[
                {
                  key: 'findings',
                  label: texts.article.tabs.findings,
                  children: (
                    <Loaded of={findings}>
                      {(found) => <FindingList findings={found.findings} onShow={(id) => showFinding(sheet.current, id)} />}
                    </Loaded>
                  ),
                },
                {
                  key: 'comments',
                  label: texts.comment.title,
                  children: (
                    <CommentPanel
                      comments={comments}
                      version={version}
                      passage={passage}
                      onLetGo={letGo}
                      onShow={(one) => showFinding(sheet.current, commentMark(one))}
                      mayComment={mayComment}
                      mayAccept={false}
                    />
                  ),
                },
                {
                  key: 'history',
                  label: texts.article.tabs.history,
                  children: <VersionsTab publication={newest.publication} article={newest.id} current={newest.version} />,
                },
                { key: 'origin', label: texts.origin.tab, children: <OriginTab article={newest} mayCollect={mayCollect} /> },
              ]}
            />
          </aside>
        </div>
      )}
    </Loaded>
  )
}
