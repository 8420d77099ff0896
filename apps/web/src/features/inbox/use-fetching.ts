import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelFetch, fetchAddresses, readFetches, retryFetch } from '../../lib/api/fetches.js'
import { newKey } from '../../lib/new-key.js'
import { keys } from '../../lib/query-keys.js'
import { recentFetches } from '../../lib/recent-fetches.js'
import { useSay } from '../../ui/say.js'

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
  return {
    fetches: recentFetches(list.data?.items, Date.now()),
    ask: (addresses: readonly string[], again: boolean): void => ask.mutate({ addresses, again }),
    retry: retry.mutate,
    cancel: cancel.mutate,
  }
}
