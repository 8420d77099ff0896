import { type Desk, textBlock } from './desk.js'
import { fillPattern } from './fill-pattern.js'

/** Thick and thin line of a 版记. Source: GB/T 9704-2012 7.4.1: first and last 0.35 mm, those between 0.25 mm. */
const THICK = 0.992
const THIN = 0.709

/** 版记: lines between rules, those whose words are unknown left out. Source: GB/T 9704-2012 7.4. */
export function composeColophon(desk: Desk): void {
  const lines = (desk.template.colophon?.lines ?? [])
    .map((line) => fillPattern(line, desk.slots))
    .filter((line): line is string => line !== null)
  lines.forEach((text, index) => {
    rule(desk, `colophon-rule-${index + 1}`, index === 0 ? THICK : THIN)
    desk.blocks.push(textBlock(desk.sheet, desk.section, { id: `colophon-${index + 1}`, style: 'colophon', text, article: null }))
  })
  if (lines.length > 0) rule(desk, 'colophon-rule-end', THICK)
}

function rule(desk: Desk, id: string, weight: number): void {
  const { master } = desk.sheet
  desk.blocks.push({
    kind: 'rule',
    id,
    section: desk.section,
    article: null,
    breakBefore: 'none',
    lead: 0,
    weight,
    color: 'black',
    width: master.measure,
    before: 0,
    after: 0,
  })
}
