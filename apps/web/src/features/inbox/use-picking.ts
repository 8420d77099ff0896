import { useState } from 'react'
import type { ArticleLine } from '#lib/editorial'

/** Which articles of a list are chosen, and which are about to be placed. Those in an issue cannot be chosen. */
export function usePicking(known: readonly ArticleLine[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [placing, setPlacing] = useState<readonly ArticleLine[]>([])
  const free = known.filter((one) => one.issue === null)
  const chosen = free.filter((one) => picked.has(one.id))
  return {
    chosen,
    placing,
    isPicked: (id: string): boolean => picked.has(id),
    pick: (id: string | undefined): void => {
      if (id === undefined || !free.some((one) => one.id === id)) return
      setPicked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]))
    },
    pickNone: (): void => setPicked(new Set()),
    /** The chosen ones, or this one where none is. */
    place: (id?: string): void => setPlacing(chosen.length > 0 ? chosen : free.filter((one) => one.id === id)),
    placed: (): void => {
      setPlacing([])
      setPicked(new Set())
    },
    leave: (): void => setPlacing([]),
  }
}

export type Picking = ReturnType<typeof usePicking>
