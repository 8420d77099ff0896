import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readEditions, readManifest } from '../../lib/api/editions.js'
import { keys } from '../../lib/query-keys.js'
import { type PrintedPages, printedPages } from './printed-pages.js'

/** The pages the issue last made, whatever they were made for; undefined while there are none. */
export function useLastLayout(issue: string): PrintedPages | undefined {
  const editions = useQuery({ queryKey: keys.editions(issue), queryFn: () => readEditions(issue) })
  const newest = [...(editions.data?.items ?? [])]
    .filter((one) => one.state !== 'recalled')
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]?.id
  const manifest = useQuery({
    queryKey: keys.manifest(newest ?? ''),
    queryFn: () => readManifest(newest ?? ''),
    enabled: newest !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => (manifest.data === undefined ? undefined : printedPages(manifest.data)), [manifest.data])
}
