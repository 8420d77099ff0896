import type { IssueContent } from '#lib/editorial'
import { compose } from './compose/compose.js'
import { composeContents } from './compose/contents.js'
import type { Composition } from './compose/draft.js'
import { fillPattern } from './compose/fill-pattern.js'
import type { Faces } from './faces/open-faces.js'
import type { BlockId, DocumentFacts, Layout, Sheet, TextBlock } from './layout.js'
import { createTools, type Tools } from './lines/set-lines.js'
import { assemble } from './pages/assemble.js'
import { noteLead } from './pages/note-lead.js'
import { nothingNoticed } from './pages/noticed.js'
import { labelsOf, type NumberedPage, numberPages } from './pages/number-pages.js'
import { type PlannedPart, planInHarmony, planPart, withColophon } from './pages/plan-part.js'
import type { StackTools } from './pages/stack.js'
import { assertComplete } from './references/complete.js'
import { findBlocks, landmarksOf } from './references/landmarks.js'
import { createLineMemory, type LineMemory, setText } from './set-text.js'
import { createGlyphTable } from './shape/glyph-table.js'
import { sheetOf } from './template/sheet.js'
import type { Template } from './template/template.js'
import { doubtfulWarnings, foldingWarnings, warningsOf } from './warnings.js'

/** A typesetter keeps its faces measured and its paragraphs set: the second issue and every change are quicker. */
export interface Typesetter {
  layOut(issue: IssueContent): Layout
}

/** How often contents and pages may be run again until their numbers agree. Source: architecture.md, the data's way. */
const MOST_RUNS = 3

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
  return { layOut: rememberingLast((issue) => layOutIssue(shop, issue)) }
}

/** House: no bulletin has more pages; the layout of a longer issue is not kept beside the next one. */
const MOST_KEPT_PAGES = 300

/** The last issue asked for again, as for its DOCX after its PDF or for a draft after a look, is not laid out again. */
function rememberingLast(lay: Typesetter['layOut']): Typesetter['layOut'] {
  let last: { readonly said: string; readonly layout: Layout } | null = null
  return (issue) => {
    const said = last === null ? null : JSON.stringify(issue)
    if (last?.said === said) return last.layout
    last = null
    const layout = lay(issue)
    if (layout.pages.length <= MOST_KEPT_PAGES) last = { said: said ?? JSON.stringify(issue), layout }
    return layout
  }
}

/** Lays out one issue: blocks, lines, pages, contents whose numbers are right. Content never makes it fail; what is off comes as warnings. */
export function layOut(issue: IssueContent, template: Template, faces: Faces): Layout {
  return createTypesetter(template, faces).layOut(issue)
}

function layOutIssue(shop: Shop, issue: IssueContent): Layout {
  const composition = compose(issue, shop.template, shop.sheet)
  const plan = partPlanner(shop, composition)
  let { parts, labels } = plan(issue, null)
  for (let run = 1; run <= MOST_RUNS; run++) {
    const next = plan(issue, labels)
    const settled = composition.waymarks.every((mark) => labels.get(mark.block) === next.labels.get(mark.block))
    parts = next.parts
    labels = next.labels
    if (settled) break
  }
  return finish(shop, issue, composition, parts)
}

type Labels = ReadonlyMap<BlockId, string>

interface Planned {
  readonly parts: readonly PlannedPart[]
  readonly labels: Labels
}

/** Plans cover, contents and body with the page labels known so far; what does not depend on them is planned once. Without labels the contents are left out. */
function partPlanner(shop: Shop, composition: Composition): (issue: IssueContent, labels: Labels | null) => Planned {
  const { template, sheet } = shop
  const stacking = (): StackTools => stackTools(shop)
  const lead = noteLead(sheet)
  const own = template.contents?.place !== 'head'
  const section = composition.sections.findIndex((one) => one.role === (own ? 'contents' : 'body'))
  const cover = planPart(stacking(), composition.cover, lead)
  const planBody = (entries: readonly TextBlock[]): PlannedPart => {
    const at = stacking()
    return withColophon(at, planInHarmony(at, [...composition.head, ...entries, ...composition.body], lead), composition.colophon)
  }
  const alone = own ? planBody([]) : null
  return (issue, labels) => {
    const entries = labels === null ? [] : composeContents(issue, template, sheet, section, composition.waymarks, labels)
    const parts = alone === null ? [cover, planBody(entries)] : [cover, planPart(stacking(), entries, lead), alone]
    return { parts, labels: labelsOf(composition.sections, numberParts(composition, parts)) }
  }
}

const numberParts = ({ sections }: Composition, parts: readonly PlannedPart[]): NumberedPage[] =>
  numberPages(
    sections,
    parts.flatMap((part) => part.planned),
  )

/** Draws the pages and gathers what goes with them. */
function finish(shop: Shop, issue: IssueContent, composition: Composition, parts: readonly PlannedPart[]): Layout {
  const { template, sheet, tools } = shop
  const { sections, waymarks } = composition
  const noticed = nothingNoticed()
  const notes = new Map(parts.flatMap((part) => [...part.notes]))
  const leader = template.contents?.leader ?? ''
  const pages = assemble({ tools, sheet, sections, notes, leader, noteLead: noteLead(sheet), noticed }, numberParts(composition, parts))
  const flow = parts.flatMap((part) => part.flow)
  assertComplete(flow, pages)
  const landmarks = landmarksOf(waymarks, findBlocks(pages))
  const warnings = [
    ...composition.warnings,
    ...warningsOf(issue, shop.faces, sheet, flow, noticed),
    ...doubtfulWarnings(
      issue,
      parts.flatMap((part) => part.doubtful),
    ),
    ...foldingWarnings(template, pages.length),
  ]
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
