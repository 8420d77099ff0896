import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { IssueAnswer, Move, MoveRequest } from '#lib/editorial'
import { moveIssue } from './api/issues.js'
import { keys } from './query-keys.js'

/** Decisions are about the very content the person had before them. */
const boundToContent: readonly Move[] = ['approve', 'return', 'withdraw']

interface Told {
  readonly onSuccess?: () => void
  readonly onError?: (error: unknown) => void
  /** The content that was looked at, where that may be older than what the server now has. */
  readonly seenHash?: string | null
}

/** Moves an issue along; everything that hangs on it is read again, also after a no. */
export function useMove(issue: IssueAnswer, told: Told = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ move, reason }: { move: Move; reason?: string }) => {
      const seen = told.seenHash === undefined ? issue.contentHash : told.seenHash
      const body: MoveRequest = {
        ...(reason === undefined ? {} : { reason }),
        ...(boundToContent.includes(move) && seen !== null ? { contentHash: seen } : {}),
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
