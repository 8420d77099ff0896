import type { CoverLine, CoverRule } from '../template/template.js'
import { type Desk, textBlock } from './desk.js'
import { fillPattern } from './fill-pattern.js'

/** The cover, or the head of the first page 报头: lines whose words are unknown are left out. */
export function composeCover(desk: Desk): void {
  desk.template.cover?.lines.forEach((line, index) => {
    const id = `cover-${String(index + 1).padStart(2, '0')}`
    if ('rule' in line) {
      if (desk.blocks.length > 0) composeRule(desk, id, line)
    } else composeLine(desk, id, line)
  })
}

function composeLine(desk: Desk, id: string, line: CoverLine): void {
  if (line.unless !== null && desk.slots[line.unless] != null) return
  const text = fillPattern(line.text, desk.slots)
  if (text === null) return
  desk.blocks.push(textBlock(desk.sheet, desk.section, { id, style: line.role, text, article: null, lead: line.before }))
}

function composeRule(desk: Desk, id: string, line: CoverRule): void {
  const { master } = desk.sheet
  desk.blocks.push({
    kind: 'rule',
    id,
    section: desk.section,
    article: null,
    breakBefore: 'none',
    lead: 0,
    weight: line.rule,
    color: line.color,
    width: master.measure,
    before: line.before * master.pitch,
    after: line.after * master.pitch,
  })
}
