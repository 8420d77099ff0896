import { type Block, blockText } from '#lib/editorial'
import type { Change } from './change.js'
import { editBlock, type TextEdit } from './edit-runs.js'

/** Blocks as they came, what has become of them so far, and why. */
export interface Group {
  readonly from: readonly Block[]
  readonly now: Block | null
  readonly changes: readonly Omit<Change, 'block'>[]
}

export const groupsOf = (blocks: readonly Block[]): Group[] => blocks.map((block) => ({ from: [block], now: block, changes: [] }))

/** Blocks that are wanted no more; each is told how many stand behind it. */
export function without(groups: readonly Group[], code: Change['code'], isUnwanted: (block: Block, fromEnd: number) => boolean): Group[] {
  let fromEnd = groups.filter(({ now }) => now !== null).length
  return groups.map((group) => {
    if (group.now === null) return group
    fromEnd -= 1
    if (!isUnwanted(group.now, fromEnd)) return group
    return { ...group, now: null, changes: [...group.changes, { code, before: blockText(group.now), after: '' }] }
  })
}

/** Other words in running text; a block of which nothing is left goes. */
export const edited = (groups: readonly Group[], code: Change['code'], editsOf: (text: string) => readonly TextEdit[]): Group[] =>
  groups.map((group) => {
    if (group.now === null) return group
    const next = editBlock(group.now, editsOf)
    if (next === group.now) return group
    const [before, after] = [blockText(group.now), blockText(next)]
    return { ...group, now: after.trim() === '' ? null : next, changes: [...group.changes, { code, before, after }] }
  })

/** Neighbours that are one. */
export const joined = (one: Group, other: Group, block: Block, change: Omit<Change, 'block'>): Group => ({
  from: [...one.from, ...other.from],
  now: block,
  changes: [...one.changes, ...other.changes, change],
})
