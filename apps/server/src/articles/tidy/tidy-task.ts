import { type Block, blockText, EMPTY_ARTICLE } from '#lib/editorial'
import { type Change, tidy } from '#lib/ingest'

/** A body tidied, with its changes by the blocks given. */
export interface TidiedBody {
  readonly blocks: readonly Block[]
  readonly changes: readonly TidiedPart[]
}

export interface TidiedPart {
  readonly codes: readonly Change['code'][]
  readonly places: readonly number[]
  readonly before: string
  readonly after: string
  readonly becomes: Block | null
}

/** Tidies a body in the child; of the head nothing is touched, so none is needed. */
export function tidyBody({ blocks }: { readonly blocks: readonly Block[] }): TidiedBody {
  const { content, steps } = tidy({ ...EMPTY_ARTICLE, blocks })
  const placeOf = new Map(blocks.map((block, at) => [block, at]))
  const text = (some: readonly Block[]): string => some.map(blockText).join('\n')
  return {
    blocks: content.blocks,
    changes: steps.map(({ codes, before, after }) => ({
      codes,
      places: before.flatMap((block) => placeOf.get(block) ?? []),
      before: text(before),
      after: text(after),
      becomes: after[0] ?? null,
    })),
  }
}
