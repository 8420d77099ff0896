import type { Faces } from '#lib/typeset'

export interface DocxOptions {
  /** SHA-256 of the edition's manifest, kept in the custom properties. */
  readonly manifestHash?: string
  /** Name and version of the maker. */
  readonly producer: string
  /** Faces to carry in the file, so that it looks the same where none of its fonts is installed. */
  readonly embedFaces?: Faces
}
