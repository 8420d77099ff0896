import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DeskEvent, FetchAnswer, RenderAnswer } from '#lib/editorial'
import { keys } from './query-keys.js'

const KINDS: readonly DeskEvent['kind'][] = ['render', 'issue', 'article', 'fetch', 'past-batch', 'feed', 'attachment']

/**
 * Listens to what happens at the desk while this tab is looked at, and throws away what is no longer true.
 * A hidden tab lets go of its connection (a browser has six for one host) and reads everything again when it comes back.
 * Answers whether the line is up.
 */
export function useDeskEvents(): boolean {
  const client = useQueryClient()
  const [connected, setConnected] = useState(true)

  useEffect(() => {
    let stream: EventSource | null = null
    const close = (): void => {
      stream?.close()
      stream = null
    }
    const open = (): void => {
      close()
      stream = new EventSource('/api/v1/events')
      stream.onopen = () => setConnected(true)
      stream.onerror = () => setConnected(false)
      for (const kind of KINDS)
        stream.addEventListener(kind, (message: MessageEvent<string>) => take(client, JSON.parse(message.data) as DeskEvent))
    }
    const follow = (): void => {
      if (document.visibilityState === 'hidden') close()
      else if (stream === null) {
        open()
        void client.invalidateQueries()
      }
    }
    open()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      close()
    }
  }, [client])

  return connected
}

function take(client: QueryClient, event: DeskEvent): void {
  const outdated = (...all: readonly (readonly unknown[])[]): void => {
    for (const queryKey of all) void client.invalidateQueries({ queryKey })
  }
  if (event.kind === 'render') takeRender(client, event.render)
  else if (event.kind === 'fetch') takeFetch(client, event.fetch)
  else if (event.kind === 'article') outdated(keys.article(event.article), keys.articles(event.publication))
  else if (event.kind === 'issue') outdated(keys.issue(event.issue), keys.issues(event.publication), keys.reviewTasks)
  else if (event.kind === 'feed') outdated(keys.feeds(event.publication), keys.finds(event.publication))
  else if (event.kind === 'attachment') outdated(keys.origins)
  else outdated(keys.pastBatches(event.publication))
}

/** An address on its way in: its row comes whole; the article it became is read with the others. */
function takeFetch(client: QueryClient, fetch: FetchAnswer): void {
  client.setQueryData<{ items: FetchAnswer[] }>(
    keys.fetches(fetch.publication),
    (list) => list && { ...list, items: placed(list.items, fetch) },
  )
  if (fetch.againFor !== null) void client.invalidateQueries({ queryKey: keys.origins })
  else if (fetch.state === 'done') void client.invalidateQueries({ queryKey: keys.articles(fetch.publication) })
}

/** A render's row comes whole: the bar moves without asking again; what it made is read once it has ended. */
function takeRender(client: QueryClient, render: RenderAnswer): void {
  client.setQueryData<{ items: RenderAnswer[] }>(
    keys.renders(render.issue),
    (list) => list && { ...list, items: placed(list.items, render) },
  )
  void client.invalidateQueries({ queryKey: keys.publicationRenders(render.publication) })
  if (render.state === 'queued' || render.state === 'running') return
  void client.invalidateQueries({ queryKey: keys.issue(render.issue) })
  void client.invalidateQueries({ queryKey: keys.issues(render.publication) })
  void client.invalidateQueries({ queryKey: keys.publicationEditions(render.publication) })
}

const placed = <Row extends { readonly id: string }>(items: readonly Row[], row: Row): Row[] =>
  items.some((one) => one.id === row.id) ? items.map((one) => (one.id === row.id ? row : one)) : [row, ...items]
