import { solidText } from './solid-text.js'

/** House: five characters are a word and its neighbour; shorter pieces recur everywhere, longer ones break at every edit. Measured: collect-and-proof §6. */
const PIECE = 5
/** House: 64 numbers estimate a likeness to within .06 either way (Broder 1997: the error is 1/√n at most). */
const SIZE = 64
/** House: 16 bands of 4 find 99 in 100 texts that are alike at .75 and one in 50 at .2. */
const ROWS = 4

/** How alike two texts must be to be shown: 疑似重复, 基本相同. House: collect-and-proof §6. */
export const ALIKE = 0.5
export const SAME = 0.8

/** Spreads the bits of a number. Source: the finaliser of MurmurHash3, in the public domain. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** 64 seeds that look like chance and are the same for ever: signatures are kept. */
const SEEDS: readonly number[] = Array.from({ length: SIZE }, (_, index) => mixed(Math.imul(index + 1, 0x9e3779b9)))

/**
 * The signature of a text: 64 signed 32-bit numbers, of which two texts share as large a part as they share pieces of five characters.
 * Empty where the text is shorter than that.
 */
export function minHash(text: string): readonly number[] {
  const solid = solidText(text)
  if (solid.length < PIECE) return []
  const least = new Int32Array(SIZE).fill(0x7fffffff)
  for (const piece of piecesOf(solid)) {
    for (let index = 0; index < SIZE; index += 1) {
      const seeded = Math.imul(piece ^ (SEEDS[index] as number), 0x9e3779b1)
      const hash = seeded ^ (seeded >>> 15)
      if (hash < (least[index] as number)) least[index] = hash
    }
  }
  return [...least]
}

/** Every piece of five characters once, as a number. */
function piecesOf(solid: string): Set<number> {
  const pieces = new Set<number>()
  for (let at = 0; at + PIECE <= solid.length; at += 1) {
    let hash = 0
    for (let index = at; index < at + PIECE; index += 1) hash = Math.imul(hash, 0x01000193) ^ solid.charCodeAt(index)
    pieces.add(mixed(hash))
  }
  return pieces
}

/** Sixteen keys, signed 64-bit in decimal: texts that share one are worth comparing. They fit a `bigint[]` under GIN. Empty for an empty signature. */
export function bandKeys(signature: readonly number[]): readonly string[] {
  const keys: string[] = []
  for (let at = 0; at + ROWS <= signature.length; at += ROWS) {
    let high = mixed(at + 1)
    let low = mixed(at + 0x10001)
    for (const value of signature.slice(at, at + ROWS)) {
      high = mixed(Math.imul(high, 0x01000193) ^ value)
      low = mixed(Math.imul(low, 0x811c9dc5) ^ value)
    }
    keys.push(BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low >>> 0)).toString())
  }
  return keys
}

/** The part of their pieces that two texts share, 0 to 1, estimated from their signatures. An empty signature is like nothing. */
export function estimateSimilarity(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) return 0
  return one.filter((value, index) => value === other[index]).length / one.length
}
