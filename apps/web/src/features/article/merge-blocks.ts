import { type ArticleContent, type Block, canonicalJson } from '#lib/editorial'

/** A stretch that is the same in both texts, or the two readings of one that is not. */
export type Chunk =
  | { readonly same: readonly Block[] }
  | { readonly mine: readonly Block[]; readonly theirs: readonly Block[]; readonly pick: Pick | null }

export type Pick = 'mine' | 'theirs' | 'both'

/** Members may come in any order: a block from the store is the same as one from the editor. */
const spelled = (block: Block): string => canonicalJson(block)

/**
 * Two versions of a body side by side. Where only one of the two changed what both began with, that one is picked already;
 * where both did, or where something was moved, the person has to choose.
 */
export function chunksOf(base: readonly Block[] | null, mine: readonly Block[], theirs: readonly Block[]): Chunk[] {
  const preset = presetFor(base, mine, theirs)
  const chunks: Chunk[] = []
  let [at, other] = [0, 0]
  const differ = (to: number, otherTo: number): void => {
    if (at === to && other === otherTo) return
    const [left, right] = [mine.slice(at, to), theirs.slice(other, otherTo)]
    for (const [one, two] of paired(left, right)) chunks.push({ mine: one, theirs: two, pick: preset(one, two) })
  }
  for (const [i, j] of commonPairs(mine.map(spelled), theirs.map(spelled))) {
    differ(i, j)
    const last = chunks.at(-1)
    const block = mine[i] as Block
    if (last !== undefined && 'same' in last) chunks[chunks.length - 1] = { same: [...last.same, block] }
    else chunks.push({ same: [block] })
    ;[at, other] = [i + 1, j + 1]
  }
  differ(mine.length, theirs.length)
  return chunks
}

/** As many blocks on both sides are taken for the same ones changed: each pair is judged by itself. */
const paired = (mine: readonly Block[], theirs: readonly Block[]): (readonly [readonly Block[], readonly Block[]])[] =>
  mine.length === theirs.length ? mine.map((block, at) => [[block], theirs.slice(at, at + 1)]) : [[mine, theirs]]

type Preset = (mine: readonly Block[], theirs: readonly Block[]) => Pick | null

function presetFor(base: readonly Block[] | null, mine: readonly Block[], theirs: readonly Block[]): Preset {
  if (base === null) return () => null
  const known = new Set(base.map(spelled))
  const whole = { mine: new Set(mine.map(spelled)), theirs: new Set(theirs.map(spelled)) }
  const old = (blocks: readonly Block[]): boolean => blocks.every((block) => known.has(spelled(block)))
  const within = (blocks: readonly Block[], text: ReadonlySet<string>): boolean => blocks.some((block) => text.has(spelled(block)))
  return (left, right) => {
    if (within(left, whole.theirs) || within(right, whole.mine)) return null
    if (left.length === 0) return old(right) ? 'mine' : 'theirs'
    if (right.length === 0) return old(left) ? 'theirs' : 'mine'
    return old(left) ? 'theirs' : old(right) ? 'mine' : null
  }
}

/** Longest common subsequence as pairs of places; what is the same at both ends is not worth a table. */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const ends = (count: number, left: number, right: number): [number, number][] =>
    Array.from({ length: count }, (_, at) => [left + at, right + at])
  const middle = tablePairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [
    ...ends(head, 0, 0),
    ...middle.map(([i, j]): [number, number] => [i + head, j + head]),
    ...ends(tail, a.length - tail, b.length - tail),
  ]
}

function tablePairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const best = new Uint16Array((a.length + 1) * width)
  const length = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      best[i * width + j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (length(i + 1, j) >= length(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** The body as picked; undefined while something is not yet decided. */
export function picked(chunks: readonly Chunk[]): Block[] | undefined {
  if (chunks.some((chunk) => 'pick' in chunk && chunk.pick === null)) return undefined
  return chunks.flatMap((chunk) => {
    if ('same' in chunk) return chunk.same
    return chunk.pick === 'both' ? [...chunk.theirs, ...chunk.mine] : chunk.pick === 'mine' ? chunk.mine : chunk.theirs
  })
}

export const fieldNames = ['title', 'subtitle', 'author', 'source', 'sourceDate', 'url', 'documentNumber', 'documentDate'] as const
export type FieldName = (typeof fieldNames)[number]

/** The fields in which the two differ, with the one that changed picked, or null where both did. */
export function fieldConflicts(
  base: ArticleContent | null,
  mine: ArticleContent,
  theirs: ArticleContent,
): { field: FieldName; pick: 'mine' | 'theirs' | null }[] {
  return fieldNames
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      field,
      pick: base === null ? null : mine[field] === base[field] ? 'theirs' : theirs[field] === base[field] ? 'mine' : null,
    }))
}
