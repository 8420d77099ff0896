import type { IssueContent } from '#lib/editorial'
import { compose } from './compose/compose.js'
import { composeContents } from './compose/contents.js'
import type { Composition } from './compose/draft.js'
import { fillPattern } from './compose/fill-pattern.js'
import type { Faces } from './faces/open-faces.js'
import type { BlockId, DocumentFacts, Layout, Pt, Sheet } from './layout.js'
import { createTools, type Tools } from './lines/set-lines.js'
import { assemble } from './pages/assemble.js'
import { nothingNoticed } from './pages/noticed.js'
import { labelsOf, type NumberedPage, numberPages } from './pages/number-pages.js'
import { type PlannedPart, planPart, withColophon } from './pages/plan-part.js'
import type { StackTools } from './pages/stack.js'
import { assertComplete } from './references/complete.js'
import { findBlocks, landmarksOf } from './references/landmarks.js'
import { createLineMemory, type LineMemory, setText } from './set-text.js'
import { createGlyphTable } from './shape/glyph-table.js'
import { sheetOf } from './template/sheet.js'
import type { Template } from './template/template.js'
import { warningsOf } from './warnings.js'

/** A typesetter keeps its faces measured and its paragraphs set: the second issue and every change are quicker. */
export interface Typesetter {
  layOut(issue: IssueContent): Layout
}

/** How often contents and pages may be run again until their numbers agree. Source: architecture.md, the data's way. */
const MOST_RUNS = 3

/** Blank over the first note, the rule in its middle, in lines of the notes. House: one. */
const NOTE_LEAD = 1

interface Shop {
  readonly template: Template
  readonly faces: Faces
  readonly sheet: Sheet
  readonly tools: Tools
  readonly memory: LineMemory
}

/** Sets up a typesetter for one house style and one set of faces. */
export function createTypesetter(template: Template, faces: Faces): Typesetter {
  const tools = createTools(createGlyphTable(faces), (role) => faces.has(role))
  const shop: Shop = { template, faces, sheet: sheetOf(template), tools, memory: createLineMemory() }
  return { layOut: (issue) => layOutIssue(shop, issue) }
}

/** Lays out one issue: blocks, lines, pages, contents whose numbers are right. Content never makes it fail; what is off comes as warnings. */
export function layOut(issue: IssueContent, template: Template, faces: Faces): Layout {
  return createTypesetter(template, faces).layOut(issue)
}

function layOutIssue(shop: Shop, issue: IssueContent): Layout {
  const { template, sheet } = shop
  const composition = compose(issue, template, sheet)
  const stacking = stackTools(shop)
  const noteLead = NOTE_LEAD * (sheet.styles.footnote?.pitch ?? 0)
  const cover = planPart(stacking, composition.cover, noteLead)
  const body = withColophon(stacking, planPart(stacking, composition.body, noteLead), composition.colophon)
  const section = composition.sections.findIndex((one) => one.role === 'contents')
  let labels: ReadonlyMap<BlockId, string> = labelsOf(
    composition.sections,
    numberPages(composition.sections, [...cover.planned, ...body.planned]),
  )
  for (let run = 1; ; run++) {
    const entries = composeContents(issue, template, sheet, section, composition.waymarks, labels)
    const parts = [cover, planPart(stacking, entries, noteLead), body]
    const numbered = numberPages(
      composition.sections,
      parts.flatMap((part) => part.planned),
    )
    const found = labelsOf(composition.sections, numbered)
    const settled = composition.waymarks.every((mark) => labels.get(mark.block) === found.get(mark.block))
    if (settled || run === MOST_RUNS) return finish(shop, issue, composition, parts, numbered, noteLead)
    labels = found
  }
}

/** Draws the pages and gathers what goes with them. */
function finish(
  shop: Shop,
  issue: IssueContent,
  composition: Composition,
  parts: readonly PlannedPart[],
  numbered: readonly NumberedPage[],
  noteLead: Pt,
): Layout {
  const { template, sheet, tools } = shop
  const { sections, waymarks } = composition
  const noticed = nothingNoticed()
  const notes = new Map(parts.flatMap((part) => [...part.notes]))
  const pages = assemble({ tools, sheet, sections, notes, leader: template.contents?.leader ?? '', noteLead, noticed }, numbered)
  const flow = parts.flatMap((part) => part.flow)
  assertComplete(flow, pages)
  const landmarks = landmarksOf(waymarks, findBlocks(pages))
  const warnings = [...composition.warnings, ...warningsOf(issue, shop.faces, sheet, flow, noticed)]
  return { facts: factsOf(issue, template, composition), sheet, sections, flow, pages, landmarks, warnings }
}

function stackTools(shop: Shop): StackTools {
  const reserve = shop.template.contents?.reserve ?? 0
  return {
    tools: shop.tools,
    sheet: shop.sheet,
    met: new Set(),
    setText: (block) => setText(shop.tools, shop.memory, shop.sheet, reserve, block),
  }
}

function factsOf(issue: IssueContent, template: Template, { slots }: Composition): DocumentFacts {
  const { publication, publisher, editors, date } = issue
  const first = issue.columns.flatMap((column) => column.articles)[0]
  const title = fillPattern(template.documentTitle, slots) ?? publication ?? first?.title ?? template.title
  return { title, publication, publisher, editors, date, language: 'zh-CN' }
}
