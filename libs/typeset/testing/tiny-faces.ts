import type { Face, Faces } from '#lib/typeset'
import type { FaceRole } from '../src/layout.js'

/** Marks whose shape fills the right half of the square, the left half, the middle. */
const RIGHT_HALF = '（《〈【〔「『“‘'
const LEFT_HALF = '）》〉】〕」』”’，、；：。？！'
const EM = 1000

/** Code points the tiny face does not have. */
const ABSENT: ReadonlySet<number> = new Set([0x1f600, 0x20bb7])

/** A face of round numbers: Han fill their square, Western signs half of it, marks one half; a glyph is its code point. */
export function tinyFace(id: string, role: FaceRole, absent: ReadonlySet<number> = ABSENT): Face {
  return {
    id,
    role,
    sha256: id,
    bytes: new Uint8Array(),
    unitsPerEm: EM,
    glyphCount: 0x10000,
    ascent: 880,
    descent: -120,
    glyph: (codePoint) => (absent.has(codePoint) ? 0 : codePoint % 0x10000),
    advance: (glyph) => advanceOf(glyph),
    ink: (glyph) => inkOf(glyph),
    fullWidth: (glyph) => glyph,
    proportional: (glyph) => glyph,
  }
}

function advanceOf(glyph: number): number {
  if (glyph === 0x20) return EM / 4
  if (glyph === 0xb7) return EM / 4
  return glyph < 0x2000 ? EM / 2 : EM
}

function inkOf(glyph: number): readonly [number, number] {
  const char = String.fromCodePoint(glyph)
  if (RIGHT_HALF.includes(char)) return [EM / 2, EM]
  if (LEFT_HALF.includes(char)) return [0, EM / 2]
  if (char === '—') return [100, 900]
  return [0, advanceOf(glyph)]
}

/** Faces of round numbers for the given roles; 宋 is always there. */
export function tinyFaces(...roles: FaceRole[]): Faces {
  const list = [...new Set<FaceRole>(['song', ...roles])].map((role) => tinyFace(role, role))
  return {
    list,
    fingerprint: 'tiny',
    byId: (id) => list.find((face) => face.id === id)!,
    has: (role) => list.some((face) => face.role === role),
    order: (role) => {
      const own = list.findIndex((face) => face.role === role)
      return [...new Set([...(own < 0 ? [] : [own]), 0, ...list.keys()])]
    },
  }
}
