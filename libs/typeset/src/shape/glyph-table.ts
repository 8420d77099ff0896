import type { Face } from '../faces/face.js'
import type { Faces } from '../faces/open-faces.js'
import type { FaceRole } from '../layout.js'

const BASIC_PLANE = 0x10000
const UNKNOWN = -2
const GLYPHS_A_FACE = 0x10000

/** No face has the character. */
export const MISSING = -1

/** Signs that are set in a full square though a face draws them narrower. Source: GB/T 15834-2011 5.1.4, 5.1.5, 5.1.6. */
const FULL_WIDTH: ReadonlySet<number> = new Set([0x2014, 0x2015, 0x2026, 0x22ef])

/** Which glyph of which face draws a character in a given role: one number, face × 65,536 + glyph, remembered once asked. */
export interface GlyphTable {
  lookup(role: FaceRole): (codePoint: number) => number
  /** The proportional form, for an apostrophe inside a word. */
  proportional(packed: number): number
  faceOf(packed: number): Face
  /** Advance in em. */
  advance(packed: number): number
  /** Left and right edge of the printed shape, in em. */
  ink(packed: number): readonly [number, number]
}

export const faceIndex = (packed: number): number => packed >> 16
export const glyphOf = (packed: number): number => packed & 0xffff

export function createGlyphTable(faces: Faces): GlyphTable {
  const known = new Map<FaceRole, (codePoint: number) => number>()
  const advances = faces.list.map((one) => new Float64Array(one.glyphCount))
  const face = (packed: number): Face => faces.list[faceIndex(packed)]!
  return {
    lookup: (role) => remember(known, role, () => lookupFor(faces, role, advances)),
    proportional: (packed) => pack(faceIndex(packed), face(packed).proportional(glyphOf(packed)), faces, advances),
    faceOf: face,
    advance: (packed) => advances[faceIndex(packed)]![glyphOf(packed)]!,
    ink(packed) {
      const [left, right] = face(packed).ink(glyphOf(packed))
      return [left / face(packed).unitsPerEm, right / face(packed).unitsPerEm]
    },
  }
}

function lookupFor(faces: Faces, role: FaceRole, advances: readonly Float64Array[]): (codePoint: number) => number {
  const basic = new Int32Array(BASIC_PLANE).fill(UNKNOWN)
  const astral = new Map<number, number>()
  return (codePoint) => {
    if (codePoint >= BASIC_PLANE) return remember(astral, codePoint, () => search(faces, role, codePoint, advances))
    const found = basic[codePoint]!
    if (found !== UNKNOWN) return found
    const made = search(faces, role, codePoint, advances)
    basic[codePoint] = made
    return made
  }
}

function search(faces: Faces, role: FaceRole, codePoint: number, advances: readonly Float64Array[]): number {
  for (const index of faces.order(role)) {
    const face = faces.list[index]!
    const glyph = face.glyph(codePoint)
    if (glyph !== 0) return pack(index, FULL_WIDTH.has(codePoint) ? face.fullWidth(glyph) : glyph, faces, advances)
  }
  return MISSING
}

/** Face and glyph as one number; its advance is noted in em, so that a width is one look into an array. */
function pack(index: number, glyph: number, faces: Faces, advances: readonly Float64Array[]): number {
  const face = faces.list[index]!
  advances[index]![glyph] = face.advance(glyph) / face.unitsPerEm
  return index * GLYPHS_A_FACE + glyph
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
