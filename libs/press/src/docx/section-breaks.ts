import type { Layout, Section } from '#lib/typeset'

/** Where sections of the file begin and end in the flow. */
export interface SectionBreaks {
  /** Blocks that begin a section of the file. */
  readonly starts: ReadonlySet<number>
  /** The properties to write with the last block of each section but the last. */
  readonly ends: ReadonlyMap<number, string>
  /** The properties of the last section, which end the body. */
  readonly last: string
}

/** A stretch of the flow that is one section of the file. */
export interface Stretch {
  readonly section: Section
  readonly index: number
  readonly start: 'nextPage' | 'oddPage'
  /** False for a stretch that goes on with the section's count. */
  readonly restart: boolean
}

/**
 * Cuts the flow into the sections of the file: where the layout's section changes, and where a block inside one must begin on a recto,
 * which Word can do only at the start of a section.
 */
export function sectionBreaks(layout: Layout, xml: (stretch: Stretch) => string): SectionBreaks {
  const starts = new Set<number>()
  const ends = new Map<number, string>()
  let open: Stretch | null = null
  let lastWritten = 0
  layout.flow.forEach((block, index) => {
    const next = stretchAt(layout, index)
    if (next !== null) {
      if (open !== null) ends.set(lastWritten, xml(open))
      open = next
      starts.add(index)
    }
    if (block.kind !== 'text' || block.role !== 'footnote') lastWritten = index
  })
  return { starts, ends, last: open === null ? '' : xml(open) }
}

/** The stretch a block opens, or null where the one before goes on. */
function stretchAt(layout: Layout, index: number): Stretch | null {
  const block = layout.flow[index]
  const section = layout.sections[block?.section ?? -1]
  if (block === undefined || section === undefined) throw new Error(`block ${index} is in no section`)
  const changed = layout.flow[index - 1]?.section !== block.section
  if (!changed && block.breakBefore !== 'recto') return null
  const recto = block.breakBefore === 'recto' || section.startOn === 'recto'
  return { section, index: block.section, start: recto ? 'oddPage' : 'nextPage', restart: changed }
}
