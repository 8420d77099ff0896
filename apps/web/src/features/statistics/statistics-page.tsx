import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ErrorRates, StatisticsAnswer } from '#lib/editorial'
import { readIssues } from '../../lib/api/issues.js'
import { readErrorRates, readStatistics } from '../../lib/api/statistics.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { BarTable } from './bar-table.js'
import { IssueFigures } from './issue-figures.js'
import { StageTimes } from './stage-times.js'
import styles from './statistics.module.css'

/** 统计: what a year came to. */
export function StatisticsPage() {
  const texts = useTexts()
  const { publication = '' } = useParams()
  const [year, setYear] = useState<number | null>(null)
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication) })
  const years = [...new Set(issues.data?.items.flatMap((issue) => issue.year ?? []))].sort((a, b) => b - a)
  const figures = useQuery({
    queryKey: keys.statistics(publication, year),
    queryFn: () => readStatistics(publication, year),
    placeholderData: (before) => before,
  })
  const rates = useQuery({ queryKey: keys.errorRates(publication), queryFn: () => readErrorRates(publication) })
  return (
    <>
      <PageHead
        title={texts.statistics.title}
        actions={
          <>
            <Link to="errors">{texts.errors.title}</Link>
            <Select
              aria-label={texts.statistics.year}
              style={{ minWidth: '8rem' }}
              value={year ?? 0}
              options={[
                { value: 0, label: texts.statistics.allYears },
                ...years.map((one) => ({ value: one, label: texts.archive.year(one) })),
              ]}
              onChange={(chosen: number) => setYear(chosen === 0 ? null : chosen)}
            />
          </>
        }
      />
      <Loaded of={figures}>{(answer) => <Figures figures={answer} rates={rates.data} />}</Loaded>
    </>
  )
}

function Figures({ figures, rates }: { readonly figures: StatisticsAnswer; readonly rates: ErrorRates | undefined }) {
  const { statistics } = useTexts()
  if (figures.issues.length === 0) return <p className="card card-body quiet">{statistics.empty}</p>
  return (
    <div className="stack">
      <IssueFigures issues={figures.issues} rates={rates} />
      <div className={styles.pair}>
        <BarTable title={statistics.byColumn} name={statistics.column} rows={figures.columns} />
        <BarTable title={statistics.bySource} name={statistics.source} rows={figures.sources} />
      </div>
      <StageTimes stages={figures.stages} />
    </div>
  )
}
