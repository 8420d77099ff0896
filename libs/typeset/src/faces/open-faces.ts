import { invalid } from '#lib/editorial'
import type { FaceId, FaceRole } from '../layout.js'
import { type Face, type FaceFile, openFace } from './face.js'

/** The faces of one render, and which stands in for which. */
export interface Faces {
  readonly list: readonly Face[]
  /** Names these very faces: equal fingerprint, equal measures. */
  readonly fingerprint: string
  byId(id: FaceId): Face
  /** Whether a face was given for this work, or another stands in. */
  has(role: FaceRole): boolean
  /** Indices into `list`: the face of the role first, then those that stand in for it. */
  order(role: FaceRole): readonly number[]
}

/**
 * Opens the font files of a render. Every role falls back to 宋, then to whatever else has the character; without a 宋 there is nothing to fall back to, and that is refused.
 * House: 宋 covers most (GBK), so it stands in for all others.
 */
export function openFaces(files: readonly FaceFile[]): Faces {
  const list = files.map(openFace)
  const song = list.findIndex((face) => face.role === 'song')
  if (song < 0) throw invalid('typeset/no-song')
  const indices = list.map((_, index) => index)
  const order = (role: FaceRole): readonly number[] => {
    const own = indices.filter((index) => list[index]?.role === role)
    return [...new Set([...own, song, ...indices])]
  }
  return {
    list,
    fingerprint: list.map((face) => `${face.id}:${face.role}:${face.sha256}`).join(' '),
    byId: (id) => {
      const face = list.find((one) => one.id === id)
      if (face === undefined) throw new Error(`no face ${id} among ${list.map((one) => one.id).join(', ')}`)
      return face
    },
    has: (role) => list.some((face) => face.role === role),
    order,
  }
}
