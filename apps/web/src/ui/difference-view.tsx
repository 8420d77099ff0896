import { useMemo } from 'react'
import type { ArticleContent } from '#lib/editorial'
import { useTexts } from '../lib/language.js'
import { type BlockChange, changesBetweenVersions } from './block-difference.js'
import styles from './difference-view.module.css'

interface DifferenceViewProps {
  readonly before: ArticleContent
  readonly after: ArticleContent
}

/** 修改痕迹: what went struck through, what came underlined; what stayed is counted, not shown. */
export function DifferenceView({ before, after }: DifferenceViewProps) {
  const texts = useTexts()
  const changes = useMemo(() => changesBetweenVersions(before, after), [before, after])
  if (changes.every((change) => change.kind === 'same')) return <p className="quiet">{texts.article.noDifference}</p>
  return (
    <div className={styles.view} lang="zh-CN">
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two saved versions never change
        <ChangeView key={at} change={change} />
      ))}
    </div>
  )
}

function ChangeView({ change }: { readonly change: BlockChange }) {
  const texts = useTexts()
  if (change.kind === 'same') return <p className={styles.same}>{texts.article.conflict.same(change.count)}</p>
  if (change.kind === 'gone')
    return (
      <p>
        <del>{change.text}</del>
      </p>
    )
  if (change.kind === 'new')
    return (
      <p>
        <ins>{change.text}</ins>
      </p>
    )
  return (
    <p>
      {change.stretches.map(({ kind, text }, at) => {
        const key = `${at} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
      })}
    </p>
  )
}
