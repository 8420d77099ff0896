import type { Face } from '#lib/typeset'
import type { Sort } from '../faces/sort.js'

/**
 * The program of a face with CFF outlines, as a unit's own 仿宋 may be; fontkit cuts it down.
 * A glyph used for two characters appears once in fontkit's subset, so such a face may copy one of the two characters for the other.
 */
export async function subsetCff(face: Face, sorts: readonly Sort[]): Promise<Uint8Array> {
  const { create } = await import('fontkit')
  const file = create(face.bytes)
  const subset = (file.fonts?.[0] ?? file).createSubset()
  for (const { glyph } of sorts.slice(1)) subset.includeGlyph(glyph)
  return subset.encode()
}
