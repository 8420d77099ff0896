import { useQuery } from '@tanstack/react-query'
import type { IssueAnswer } from '#lib/editorial'
import { readRenders } from '../../lib/api/editions.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import styles from './board.module.css'
import type { Lane } from './lanes.js'

interface LayoutFactsProps {
  readonly issue: IssueAnswer
  readonly lanes: readonly Lane[]
}

/** How much the issue holds, and how many pages it last made. */
export function LayoutFacts({ issue, lanes }: LayoutFactsProps) {
  const texts = useTexts()
  const renders = useQuery({ queryKey: keys.renders(issue.id), queryFn: () => readRenders(issue.id) })
  const pages = renders.data?.items.find((one) => one.state === 'done' && one.pages !== null)?.pages ?? null
  const articles = lanes.flatMap((lane) => lane.articles)
  const characters = articles.reduce((sum, one) => sum + one.characters, 0)
  return (
    <section className={styles.panel} aria-label={texts.issue.layout}>
      <header className={styles.panelHead}>
        <h2>{texts.issue.layout}</h2>
      </header>
      <p>
        {texts.articles(articles.length)} · {texts.characters(characters)}
      </p>
      <p className="quiet">{pages === null ? texts.issue.noLayout : texts.issue.lastLayout(pages)}</p>
      {pages !== null && <p className="quiet small">{texts.issue.multipleOfFour((4 - (pages % 4)) % 4)}</p>}
    </section>
  )
}
