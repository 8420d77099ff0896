import type { UseQueryResult } from '@tanstack/react-query'
import { Tabs } from 'antd'
import type { RefObject } from 'react'
import { can, type FindingList } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { useActor } from '../../lib/session.js'
import { useComments } from '../../ui/comments/use-comments.js'
import styles from './article.module.css'
import { CommentsTab } from './comments-tab.js'
import { FindingsTab } from './findings-tab.js'
import { InfoTab } from './info-tab.js'
import { OriginTab } from './origin/origin-tab.js'
import { TAB_GAP } from './tab-gap.js'
import type { ArticleDraft } from './use-article-draft.js'
import { stillThere, usePlacedFindings } from './use-placed-findings.js'
import { VersionsTab } from './versions-tab.js'

interface ArticleSideProps {
  readonly draft: ArticleDraft
  readonly flaws: readonly string[]
  readonly findings: UseQueryResult<FindingList>
  readonly sheet: RefObject<HTMLElement | null>
}

/** 信息 · 校对 · 批注 · 历史 · 原件. */
export function ArticleSide({ draft, flaws, findings, sheet }: ArticleSideProps) {
  const texts = useTexts()
  const { id, version, issue } = draft.base
  const mayCollect = can(useActor(), 'collect sources', draft.base.publication)
  const comments = useComments({ id, version, issue })
  const openComments = comments.list.data?.items.filter((one) => one.state === 'open').length ?? 0
  const placed = usePlacedFindings(draft.editor)
  const open = stillThere(findings.data?.findings ?? [], placed).filter((finding) => finding.settled === null).length
  return (
    <aside className={styles.side} aria-label={texts.article.tabs.label}>
      <Tabs
        tabBarGutter={TAB_GAP}
        items={[
          { key: 'info', label: texts.article.tabs.info, children: <InfoTab draft={draft} flaws={flaws} findings={findings.data} /> },
          {
            key: 'findings',
            label: open === 0 ? texts.article.tabs.findings : `${texts.article.tabs.findings} ${open}`,
            children: <FindingsTab draft={draft} findings={findings} sheet={sheet} />,
          },
          {
            key: 'comments',
            label: openComments === 0 ? texts.comment.title : `${texts.comment.title} ${openComments}`,
            children: <CommentsTab draft={draft} comments={comments} />,
          },
          {
            key: 'history',
            label: texts.article.tabs.history,
            children: <VersionsTab publication={draft.base.publication} article={draft.base.id} current={draft.base.version} />,
          },
          { key: 'origin', label: texts.origin.tab, children: <OriginTab article={draft.base} mayCollect={mayCollect} /> },
        ]}
      />
    </aside>
  )
}
