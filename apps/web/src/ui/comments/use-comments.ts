import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  acceptComment,
  addComment,
  readComments,
  refuseComment,
  reopenComment,
  replyToComment,
  resolveComment,
} from '../../lib/api/comments.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../say.js'

export interface CommentedArticle {
  readonly id: string
  /** The version on the screen: places are given in it, new remarks are made on it. */
  readonly version: number
  readonly issue: string | null
}

/** Remarks on an article, and what can be done about them. */
export function useComments({ id, version, issue }: CommentedArticle) {
  const say = useSay()
  const client = useQueryClient()
  const list = useQuery({ queryKey: keys.comments(id, version), queryFn: () => readComments(id, version) })
  const settled = {
    onError: say.problem,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.article(id) }),
        ...(issue === null ? [] : [client.invalidateQueries({ queryKey: keys.issue(issue) })]),
      ]),
  }
  const add = useMutation({ mutationFn: (body: Parameters<typeof addComment>[1]) => addComment(id, body), ...settled })
  const reply = useMutation({ mutationFn: (asked: { of: string; text: string }) => replyToComment(asked.of, asked.text), ...settled })
  const resolve = useMutation({ mutationFn: resolveComment, ...settled })
  const reopen = useMutation({ mutationFn: reopenComment, ...settled })
  const accept = useMutation({ mutationFn: (of: string) => acceptComment(of, version), ...settled })
  const refuse = useMutation({ mutationFn: (asked: { of: string; reason: string }) => refuseComment(asked.of, asked.reason), ...settled })
  return { list, add, reply, resolve, reopen, accept, refuse }
}

export type Comments = ReturnType<typeof useComments>
