import type { Furniture, Sheet } from '../layout.js'
import type { FurniturePlan } from '../template/template.js'
import { fillParts, type Slots } from './fill-pattern.js'

/** The dash of a folio lies about this far above its baseline, in em. House: measured on the shipped 宋. */
const DASH_HEIGHT = 0.38

/** A footer under the type area or a header over it, its baseline from the page's top edge. Source: GB/T 9704-2012 7.5 (一字线上距版心下边缘 7 mm). */
export function furnitureOf(plan: FurniturePlan | null, slots: Slots, sheet: Sheet, kind: 'header' | 'footer'): Furniture | null {
  const pattern = plan === null ? null : fillParts(plan.parts, slots)
  if (plan === null || pattern === null) return null
  const { master } = sheet
  const style = kind === 'header' ? 'running-head' : 'folio'
  const size = sheet.styles[style]?.size ?? 0
  const bottom = master.head + master.lines * master.pitch
  const y = kind === 'header' ? master.head - plan.distance : bottom + plan.distance + DASH_HEIGHT * size
  const ruleY = kind === 'header' ? y + 0.4 * size : bottom + plan.distance / 2
  return {
    style,
    pattern,
    place: plan.place,
    inset: plan.inset,
    y,
    rule: plan.rule === 0 ? null : { y: ruleY, weight: plan.rule, color: 'black' },
  }
}
