import type { BlockId, FaceId, Faces, GlyphRun, Layout } from '#lib/typeset'
import { type CastRun, TypeCase } from './type-case.js'

/** The runs of a page with their sorts: line by line, as the page has them; leaders are drawn as shapes and have none. */
export interface CastPage {
  readonly lines: readonly (readonly CastRun[])[]
  readonly furniture: readonly (readonly CastRun[])[]
}

/** Every run of the pages with its sorts, and the cases they come from, in order of first use. */
export interface Casting {
  readonly pages: readonly CastPage[]
  readonly cases: readonly TypeCase[]
}

const NOTHING_CAST: readonly CastRun[] = []

/** Casts all text of a layout. */
export function castLayout(layout: Layout, faces: Faces, texts: ReadonlyMap<BlockId, string>): Casting {
  const cases = new Map<FaceId, TypeCase>()
  let last: TypeCase | null = null
  const caseOf = (face: FaceId): TypeCase => {
    if (last?.face.id === face) return last
    const known = cases.get(face)
    if (known !== undefined) {
      last = known
      return known
    }
    const made = new TypeCase(`F${cases.size + 1}`, faces.byId(face))
    cases.set(face, made)
    return made
  }
  const cast = (runs: readonly GlyphRun[], text: string): CastRun[] => {
    const out: CastRun[] = []
    for (let index = 0; index < runs.length; index++) {
      const run = runs[index]!
      out.push(caseOf(run.face).cast(run, text, runs[index + 1]?.at[0] ?? null))
    }
    return out
  }
  const pages = layout.pages.map((page) => ({
    lines: page.lines.map((line) => cast(line.runs, texts.get(line.block) ?? '')),
    furniture: page.furniture.map((line) => (line.kind === 'leader' ? NOTHING_CAST : cast(line.runs, line.text))),
  }))
  return { pages, cases: [...cases.values()] }
}
