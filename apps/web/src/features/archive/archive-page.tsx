import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { can, type IssueLine } from '#lib/editorial'
import { readIssues } from '../../lib/api/issues.js'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { IssueTag } from '../../ui/state-tag.js'
import { ArchiveSearch } from './archive-search.js'
import styles from './import.module.css'

/** 往期: what was released, by year. */
export function ArchivePage() {
  const { texts } = useSpoken()
  const { publication = '' } = useParams()
  const mayImport = can(useActor(), 'collect sources', publication)
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication) })
  return (
    <>
      <PageHead
        title={texts.archive.title}
        actions={
          mayImport && (
            <>
              <Link className={styles.import} to="batches">
                {texts.past.batches}
              </Link>
              <Link className={styles.import} to="import">
                {texts.archive.import}
              </Link>
            </>
          )
        }
      />
      <div className="stack">
        <ArchiveSearch publication={publication} />
        <Loaded of={issues}>
          {({ items }) => {
            const released = items.filter((issue) => issue.state === 'released' || issue.state === 'recalled')
            if (released.length === 0) return <p className="card card-body quiet">{texts.archive.empty}</p>
            return (
              <div className="stack">
                {byYear(released).map(([year, ofYear]) => (
                  <Year key={year ?? 0} year={year} issues={ofYear} publication={publication} />
                ))}
              </div>
            )
          }}
        </Loaded>
      </div>
    </>
  )
}

function byYear(issues: readonly IssueLine[]): (readonly [number | null, readonly IssueLine[]])[] {
  const years = [...new Set(issues.map((issue) => issue.year))].sort((a, b) => (b ?? 0) - (a ?? 0))
  return years.map((year) => [year, issues.filter((issue) => issue.year === year)])
}

interface YearProps {
  readonly year: number | null
  readonly issues: readonly IssueLine[]
  readonly publication: string
}

function Year({ year, issues, publication }: YearProps) {
  const { texts, language } = useSpoken()
  const name = year === null ? texts.archive.unknownYear : texts.archive.year(year)
  return (
    <section className="card" aria-label={name}>
      <h2 className="card-body">{name}</h2>
      <table className="lines">
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <td>
                <Link to={`/p/${publication}/issues/${issue.id}`}>{issue.name}</Link>
              </td>
              <td>
                <IssueTag issue={issue} />
              </td>
              <td className="quiet">{issue.date === null ? '' : dateText(issue.date, language)}</td>
              <td className="numeric quiet">{texts.articles(issue.articles)}</td>
              <td>
                <Link to={`/p/${publication}/issues/${issue.id}/edition`} aria-label={`${issue.name} ${texts.archive.files}`}>
                  {texts.archive.files}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
