import { useQuery } from '@tanstack/react-query'
import { readIssue } from './api/issues.js'
import { keys } from './query-keys.js'

/** One issue with what the signed-in person may do with it. */
export function useIssue(id: string) {
  return useQuery({ queryKey: keys.issueAnswer(id), queryFn: () => readIssue(id) })
}
