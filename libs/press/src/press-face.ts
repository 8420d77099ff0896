import type { FaceId, FaceRole } from '#lib/typeset'

/** What the writers ask of a face the pages were set in; the typesetter's faces are such. */
export interface PressFace {
  readonly id: FaceId
  readonly role: FaceRole
  readonly bytes: Uint8Array
  readonly unitsPerEm: number
  /** The glyph of a code point, 0 where there is none. */
  glyph(codePoint: number): number
  /** In font units. */
  advance(glyph: number): number
}

export interface PressFaces {
  readonly list: readonly PressFace[]
  /** Throws where there is no such face. */
  byId(id: FaceId): PressFace
}
