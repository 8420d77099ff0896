import { useQueries } from '@tanstack/react-query'
import type { FindingList } from '#lib/editorial'
import { readFindings } from '../../lib/api/articles.js'
import { keys } from '../../lib/query-keys.js'
import type { Lane } from './lanes.js'

export interface FindingCounts {
  readonly block: number
  readonly warn: number
  /** Those certain enough to be mended in a batch. */
  readonly sure: number
}

const ONE_MINUTE = 60_000

/** How many open findings each placed article has in its pinned version. */
export function useFindingCounts(lanes: readonly Lane[]): ReadonlyMap<string, FindingCounts> {
  const placed = lanes.flatMap((lane) => lane.articles)
  return useQueries({
    queries: placed.map(({ article, version }) => ({
      queryKey: keys.findings(article, version),
      queryFn: () => readFindings(article, version),
      staleTime: ONE_MINUTE,
    })),
    combine: (answers) =>
      new Map(answers.flatMap((answer) => (answer.data === undefined ? [] : [[answer.data.article, countsOf(answer.data)] as const]))),
  })
}

function countsOf({ findings }: FindingList): FindingCounts {
  const open = findings.filter((finding) => finding.settled === null)
  const of = (severity: string): number => open.filter((finding) => finding.severity === severity).length
  return { block: of('block'), warn: of('warn'), sure: open.filter((finding) => finding.batch && finding.suggestion !== null).length }
}
