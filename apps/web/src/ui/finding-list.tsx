import type { ReactNode } from 'react'
import type { FindingAnswer } from '#lib/editorial'
import { useTexts } from '../lib/language.js'
import styles from './finding-list.module.css'
import { Tag, type Tone } from './state-tag.js'

export const findingTones: Readonly<Record<FindingAnswer['severity'], Tone>> = { block: 'bad', warn: 'warn', info: 'plain' }

/** Which finding this is within one version. */
export const findingId = (finding: FindingAnswer, at: number): string => `${finding.block ?? finding.field ?? 'head'}-${finding.from}-${at}`

/** How the rules call what is the house's own habit. */
const HOUSE = 'House：'

interface FindingListProps {
  readonly findings: readonly FindingAnswer[]
  readonly onShow?: (id: string) => void
  /** Which finding this is in the text; undefined for one that no longer stands there. By its place in the list where not given. */
  readonly idOf?: (finding: FindingAnswer) => string | undefined
  /** What can be done about one, where something can. */
  readonly actions?: (finding: FindingAnswer) => ReactNode
}

/** What the rules found: the words, the rule behind it, what would mend it. */
export function FindingList({ findings, onShow, idOf, actions }: FindingListProps) {
  const texts = useTexts()
  if (findings.length === 0) return <p className="quiet">{texts.article.noFindings}</p>
  return (
    <ol className={styles.list}>
      {findings.map((finding, at) => {
        const id = findingId(finding, at)
        const shown = idOf === undefined ? id : idOf(finding)
        return (
          <li key={id} className={finding.settled === null ? styles.finding : `${styles.finding} ${styles.settled}`}>
            <div className="row">
              <Tag tone={findingTones[finding.severity]}>{texts.severities[finding.severity]}</Tag>
              {onShow !== undefined && shown !== undefined && finding.block !== null ? (
                <button type="button" className={styles.words} onClick={() => onShow(shown)}>
                  {finding.text === '' ? texts.article.thisPlace : finding.text}
                </button>
              ) : (
                <span className={styles.plainWords}>{finding.text}</span>
              )}
            </div>
            <p>{finding.message}</p>
            {finding.suggestion !== null && <p className="small">{texts.article.suggestion(finding.suggestion)}</p>}
            <p className="small quiet">{finding.source.replaceAll(HOUSE, texts.article.houseRule)}</p>
            {finding.settled !== null && (
              <p className="small">{texts.article.settledBy(finding.settled.by?.name ?? texts.system, finding.settled.reason)}</p>
            )}
            {actions?.(finding)}
          </li>
        )
      })}
    </ol>
  )
}
