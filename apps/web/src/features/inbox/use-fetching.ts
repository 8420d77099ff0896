import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FetchAnswer } from '#lib/editorial'
import { cancelFetch, fetchAddresses, readFetches, retryFetch } from '../../lib/api/fetches.js'
import { newKey } from '../../lib/new-key.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

/** House: what was fetched this morning is still on the desk after lunch; older ones are found among the articles. */
const SHOWN_FOR = 6 * 3_600_000

export const underWay = (fetch: FetchAnswer): boolean => fetch.state === 'queued' || fetch.state === 'running'

/** Addresses on their way in, and those of the last hours. */
export function useFetching(publication: string) {
  const say = useSay()
  const client = useQueryClient()
  const list = useQuery({ queryKey: keys.fetches(publication), queryFn: () => readFetches(publication) })
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: keys.fetches(publication) })
  const ask = useMutation({
    mutationFn: ({ addresses, again }: { addresses: readonly string[]; again: boolean }) =>
      fetchAddresses(publication, addresses, again, newKey()),
    onError: say.problem,
    onSettled: refresh,
  })
  const retry = useMutation({ mutationFn: retryFetch, onError: say.problem, onSettled: refresh })
  const cancel = useMutation({ mutationFn: cancelFetch, onError: say.problem, onSettled: refresh })
  const since = Date.now() - SHOWN_FOR
  return {
    fetches: list.data?.items.filter((one) => underWay(one) || Date.parse(one.requestedAt) > since) ?? [],
    ask: (addresses: readonly string[], again: boolean): void => ask.mutate({ addresses, again }),
    retry: retry.mutate,
    cancel: cancel.mutate,
  }
}
