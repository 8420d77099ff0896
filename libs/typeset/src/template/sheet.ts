import type { PageMaster, Sheet, StyleName, TextStyle } from '../layout.js'
import { roundPt } from '../units.js'
import { seedStyle, styleNames } from './style-table.js'
import type { StyleChange, Template } from './template.js'

/** The sheet of a template: page master and every style with its final numbers. */
export function sheetOf(template: Template): Sheet {
  const master = masterOf(template)
  const styles: Record<StyleName, TextStyle> = {}
  for (const name of styleNames()) {
    styles[name] = change(seedStyle(name, template.page.size, template.page.pitch), template.styles[name] ?? {}, template.page.pitch)
  }
  return { master, styles }
}

/** The type area is characters × size wide and lines × pitch high; what is left of the sheet is margin. Source: GB/T 9704-2012 5.2.1 (版心), 5.2.2, 5.2.3 (22 行 × 28 字). */
function masterOf({ page }: Template): PageMaster {
  const measure = page.characters * page.size
  return {
    width: page.width,
    height: page.height,
    head: page.head,
    foot: roundPt(page.height - page.head - page.lines * page.pitch),
    binding: page.binding,
    fore: roundPt(page.width - page.binding - measure),
    mirrored: page.mirrored,
    pitch: page.pitch,
    lines: page.lines,
    measure,
  }
}

/** A template's change on top of a style; blanks count in lines of the grid. */
function change(style: TextStyle, { before, after, ...rest }: StyleChange, grid: number): TextStyle {
  return {
    ...style,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(before === undefined ? {} : { before: before * grid }),
    ...(after === undefined ? {} : { after: after * grid }),
  }
}
