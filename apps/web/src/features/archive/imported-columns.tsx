import { Link } from 'react-router'
import type { ImportedAnswer } from '#lib/editorial'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import styles from './import.module.css'

interface ImportedProps {
  readonly publication: string
  readonly imported: ImportedAnswer
}

/** The articles found, in their columns, each with the lines it was made from and the doubts that fall into them. */
export function ImportedColumns({ publication, imported }: ImportedProps) {
  const { texts, language } = useSpoken()
  const articles = imported.columns.flatMap((column) => column.articles)
  return (
    <section className="stack" aria-label={texts.issue.columns}>
      <h2>{texts.archive.result(imported.columns.length, articles.length)}</h2>
      {imported.columns.map((column, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column of a bulletin is its place
        <section key={at} className="card" aria-label={column.name ?? texts.issue.unnamedColumn}>
          <h3 className={styles.column}>{column.name ?? texts.issue.unnamedColumn}</h3>
          <table className="lines">
            <tbody>
              {column.articles.map((one) => (
                <tr key={one.article}>
                  <td>
                    <Link to={`/p/${publication}/articles/${one.article}`}>{one.title}</Link>
                    {doubtsIn(imported, one.lines).map((doubt) => (
                      <p key={`${doubt.line} ${doubt.code}`} className={styles.doubt}>
                        {doubt.message}
                      </p>
                    ))}
                  </td>
                  <td className="quiet">{one.source ?? texts.archive.noSource}</td>
                  <td className="quiet unbroken">{one.sourceDate === null ? '' : dateText(one.sourceDate, language)}</td>
                  <td className="quiet small unbroken">{texts.archive.lines(one.lines[0], one.lines[1])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  )
}

const doubtsIn = ({ doubts }: ImportedAnswer, [first, last]: readonly [number, number]): ImportedAnswer['doubts'] =>
  doubts.filter((doubt) => doubt.line !== null && doubt.line >= first && doubt.line <= last)
