import { useQuery } from '@tanstack/react-query'
import type { PublicationAnswer } from '#lib/editorial'
import { readPublications } from './api/publications.js'
import { keys } from './query-keys.js'

/** The publications this person may see. */
export function usePublications() {
  return useQuery({ queryKey: keys.publications, queryFn: readPublications, select: (list) => list.items, staleTime: 60_000 })
}

/** One of them by id; undefined while unknown or when it may not be seen. */
export function usePublication(id: string | undefined): PublicationAnswer | undefined {
  return usePublications().data?.find((one) => one.id === id)
}
