import { useQuery } from '@tanstack/react-query'
import { readIssues } from '../../lib/api/issues.js'
import { keys } from '../../lib/query-keys.js'

/** What the issues of a publication are called, by id. */
export function useIssueNames(publication: string): ReadonlyMap<string, string> {
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication) })
  return new Map(issues.data?.items.map((issue) => [issue.id, issue.name]) ?? [])
}
