import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { readRenders, requestRender } from '../../lib/api/editions.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

const LOOK_EVERY = 1_500

/** Asks for a draft of the newest content and waits for it; content that is laid out already is there at once. */
export function useLayOut(issue: string): { layOut: () => void; busy: boolean } {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const ask = useMutation({
    mutationFn: () => requestRender(issue, 'draft'),
    onSuccess: async (render) => {
      if (render.state === 'done') say.note(texts.preview.upToDate)
      await client.invalidateQueries({ queryKey: keys.renders(issue) })
    },
    onError: say.problem,
  })
  const renders = useQuery({
    queryKey: keys.renders(issue),
    queryFn: () => readRenders(issue),
    refetchInterval: (query) =>
      query.state.data?.items.some((one) => one.state === 'queued' || one.state === 'running') ? LOOK_EVERY : false,
  })
  const mine = renders.data?.items.find((one) => one.id === ask.data?.id)
  const state = mine?.state
  // One that waits for room says so too, and goes on by itself.
  const now = `${state} ${mine?.error?.code}`
  const told = useRef(now)
  useEffect(() => {
    if (told.current !== now && state === 'done') void client.invalidateQueries({ queryKey: keys.editions(issue) })
    if (told.current !== now && (state === 'failed' || state === 'queued') && mine?.error) say.note(mine.error.message)
    told.current = now
  }, [client, issue, mine, now, say, state])
  return { layOut: () => ask.mutate(), busy: ask.isPending || state === 'queued' || state === 'running' }
}
