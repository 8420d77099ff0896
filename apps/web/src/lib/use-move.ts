import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { IssueAnswer, Move, MoveRequest } from '#lib/editorial'
import { moveIssue } from './api/issues.js'
import { keys } from './query-keys.js'

/** Decisions are about the very content the person had before them. */
const boundToContent: readonly Move[] = ['approve', 'return', 'withdraw']

/** Moves an issue along; everything that hangs on it is read again, also after a no. */
export function useMove(issue: IssueAnswer, told: { onSuccess?: () => void; onError?: (error: unknown) => void } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ move, reason }: { move: Move; reason?: string }) => {
      const body: MoveRequest = {
        ...(reason === undefined ? {} : { reason }),
        ...(boundToContent.includes(move) && issue.contentHash !== null ? { contentHash: issue.contentHash } : {}),
      }
      return moveIssue(issue.id, move, body)
    },
    onSuccess: (answer) => {
      client.setQueryData(keys.issueAnswer(issue.id), answer)
      told.onSuccess?.()
    },
    onError: (error) => told.onError?.(error),
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.issue(issue.id) }),
        client.invalidateQueries({ queryKey: keys.issues(issue.publication) }),
        client.invalidateQueries({ queryKey: keys.articles(issue.publication) }),
      ])
    },
  })
}
