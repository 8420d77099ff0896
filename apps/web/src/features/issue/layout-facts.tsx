import { useTexts } from '../../lib/language.js'
import styles from './board.module.css'
import type { Lane } from './lanes.js'
import { orderOf, type PrintedPages } from './printed-pages.js'

interface LayoutFactsProps {
  readonly lanes: readonly Lane[]
  readonly printed: PrintedPages | undefined
}

/** How much the issue holds, and how its pages fell in the last layout. */
export function LayoutFacts({ lanes, printed }: LayoutFactsProps) {
  const texts = useTexts()
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
      {printed === undefined ? (
        <p className="quiet">{texts.issue.noLayout}</p>
      ) : (
        <>
          <p>
            {texts.issue.lastLayout(printed.total)}
            <span className="quiet small">
              {'　'}
              {texts.issue.multipleOfFour((4 - (printed.total % 4)) % 4)}
            </span>
          </p>
          {printed.order !== orderOf(articles) && <p className="quiet small">{texts.issue.layoutOld}</p>}
          <dl className={styles.pageMap}>
            {printed.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a layout is its place
              <div key={at}>
                <dt>{column.name ?? texts.issue.unnamedColumn}</dt>
                <dd>{texts.pages(column.pages)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
