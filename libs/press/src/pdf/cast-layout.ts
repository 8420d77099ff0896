import type { BlockId, FaceId, Faces, GlyphRun, Layout } from '#lib/typeset'
import { type CastRun, TypeCase } from './type-case.js'

/** Every run of the pages with its sorts, and the cases they come from, in order of first use. */
export interface Casting {
  readonly runs: ReadonlyMap<GlyphRun, CastRun>
  readonly cases: readonly TypeCase[]
}

/** Casts all text of a layout; leaders are drawn as shapes and need no type. */
export function castLayout(layout: Layout, faces: Faces, texts: ReadonlyMap<BlockId, string>): Casting {
  const cases = new Map<FaceId, TypeCase>()
  const runs = new Map<GlyphRun, CastRun>()
  const cast = (line: readonly GlyphRun[], text: string): void => {
    line.forEach((run, index) => {
      let types = cases.get(run.face)
      if (types === undefined) {
        types = new TypeCase(`F${cases.size + 1}`, faces.byId(run.face))
        cases.set(run.face, types)
      }
      runs.set(run, types.cast(run, text, line[index + 1]?.at[0] ?? null))
    })
  }
  for (const page of layout.pages) {
    for (const line of page.lines) cast(line.runs, texts.get(line.block) ?? '')
    for (const line of page.furniture) if (line.kind !== 'leader') cast(line.runs, line.text)
  }
  return { runs, cases: [...cases.values()] }
}
