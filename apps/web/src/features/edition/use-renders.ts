import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RenderAnswer } from '#lib/editorial'
import { cancelRender, readRenders, requestRender } from '../../lib/api/editions.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

const inHand = (render: RenderAnswer): boolean => render.state === 'queued' || render.state === 'running'

const WITHOUT_EVENTS = 2_500

/** The renders of an issue. Progress comes by events; while something is in hand it is also asked for, should the line be down. */
export function useRenders(issue: string) {
  return useQuery({
    queryKey: keys.renders(issue),
    queryFn: () => readRenders(issue),
    refetchInterval: (query) => (query.state.data?.items.some(inHand) === true ? WITHOUT_EVENTS : false),
  })
}

export function useRenderActs(issue: string) {
  const client = useQueryClient()
  const say = useSay()
  const place = (render: RenderAnswer): void => {
    client.setQueryData<{ items: RenderAnswer[] }>(keys.renders(issue), (list) => ({
      items: [render, ...(list?.items.filter((one) => one.id !== render.id) ?? [])],
    }))
  }
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: keys.issue(issue) })
  const ask = useMutation({
    mutationFn: (purpose: 'draft' | 'release') => requestRender(issue, purpose),
    onSuccess: place,
    onError: say.problem,
    onSettled: reread,
  })
  const cancel = useMutation({ mutationFn: cancelRender, onSuccess: place, onError: say.problem, onSettled: reread })
  return { ask, cancel }
}
