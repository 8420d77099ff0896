import type { BlockId, Page, Section } from '../layout.js'
import { pageLabel } from './page-label.js'
import type { PagePlan } from './paginate.js'
import type { Segment } from './pieces.js'

/** A segment with its pages planned. */
export interface PlannedSegment {
  readonly segment: Segment
  readonly plans: readonly PagePlan[]
}

/** A page with its number, before anything is drawn on it; `plan` is null for a blank verso. */
export interface NumberedPage {
  readonly number: number
  readonly section: number
  /** How many pages of the section came before. */
  readonly count: number
  readonly segment: Segment | null
  readonly plan: PagePlan | null
}

export const sideOf = (number: number): Page['side'] => (number % 2 === 1 ? 'recto' : 'verso')

/** Puts planned pages on sheet sides: what must begin on a recto gets a blank verso before it where needed. Source: typography checklist 21. */
export function numberPages(sections: readonly Section[], planned: readonly PlannedSegment[]): NumberedPage[] {
  const pages: NumberedPage[] = []
  const counts = sections.map(() => 0)
  const turn = (section: number, segment: Segment | null, plan: PagePlan | null): void => {
    pages.push({ number: pages.length + 1, section, count: counts[section]!, segment, plan })
    counts[section]! += 1
  }
  let before: number | null = null
  for (const { segment, plans } of planned) {
    const startOn = before === segment.section ? segment.startOn : sections[segment.section]?.startOn
    if (startOn === 'recto' && pages.length % 2 === 1) turn(before ?? segment.section, null, null)
    for (const plan of plans) turn(segment.section, segment, plan)
    before = segment.section
  }
  return pages
}

/** The printed label of the page each block begins on, told from the plans alone. */
export function labelsOf(sections: readonly Section[], pages: readonly NumberedPage[]): Map<BlockId, string> {
  const labels = new Map<BlockId, string>()
  for (const page of pages) {
    if (page.segment === null || page.plan === null) continue
    const label = pageLabel(sections[page.section]!, page.count)
    for (let index = page.plan.from; index < page.plan.to; index++) {
      const item = page.segment.pieces[index]?.item
      if (item?.kind === 'line' && item.line.from === 0) labels.set(item.text.block.id, label)
    }
  }
  return labels
}
