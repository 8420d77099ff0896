import type { RenderPurpose, RenderStep } from '#lib/editorial'

export const pressTask = 'press'

export interface StoredBytes {
  readonly sha256: string
  readonly path: string
}

export interface StoredFace extends StoredBytes {
  readonly id: string
  readonly role: string
}

/** What the child needs for one issue: where everything lies, each by its hash. */
export interface PressInput {
  readonly order: StoredBytes
  readonly faces: readonly StoredFace[]
  readonly pictures: readonly StoredBytes[]
  readonly purpose: RenderPurpose
  /** Name and version of the maker, as it stands in the files. */
  readonly producer: string
}

/** How far the child is. */
export interface PressProgress {
  readonly step: RenderStep
  /** Known once the pages are laid out. */
  readonly pages: number | null
}
