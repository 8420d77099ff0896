import { type Layout, noteLead, type TextBlock, twips } from '#lib/typeset'
import type { Relations } from './relations.js'
import { plainXml, runsXml } from './run-xml.js'
import type { WordStyle } from './style-names.js'
import { namespaces, xmlHeader } from './xml-text.js'

/** The notes of a document as Word counts them. */
export interface NoteNumbers {
  /** Word's id of a note by its block, in the order of the flow. */
  readonly ids: ReadonlyMap<string, number>
  /**
   * Whether the printed marks go on from ① through the whole document, so that Word can count them itself.
   * Marks that begin again in each article are written as they are: Word would need a section an article, and LibreOffice then shows no marks at all.
   */
  readonly counted: boolean
}

/** Finds the notes that some mark in the text calls. */
export function numberNotes(layout: Layout): NoteNumbers {
  const called = calledNotes(layout)
  const ids = new Map<string, number>()
  let counted = true
  for (const block of layout.flow) {
    if (block.kind !== 'text' || block.role !== 'footnote' || !called.has(block.id)) continue
    ids.set(block.id, ids.size + 1)
    if (markNumber(block.text.slice(0, block.markEnd ?? 0)) !== ids.size) counted = false
  }
  return { ids, counted }
}

function calledNotes(layout: Layout): Set<string> {
  const called = new Set<string>()
  const collect = (block: TextBlock): void => {
    for (const run of block.runs) if (run.note !== undefined) called.add(run.note)
  }
  for (const block of layout.flow) {
    if (block.kind === 'text') collect(block)
    if (block.kind === 'table') for (const row of block.rows) for (const cell of row.cells) collect(cell.content)
  }
  return called
}

/** ① is 1, [21] is 21. */
function markNumber(mark: string): number {
  const circled = (mark.codePointAt(0) ?? 0) - 0x245f
  return circled >= 1 && circled <= 20 ? circled : Number.parseInt(mark.replace(/\D/g, ''), 10) || 0
}

/** How Word draws the marks it counts. Source: ECMA-376 part 1 §17.11.18. */
export const noteCounting = '<w:numFmt w:val="decimalEnclosedCircleChinese"/>'

/** The part word/footnotes.xml; ids -1 and 0 are the rules between text and notes. Source: ECMA-376 part 1 §17.11. */
export function footnotesPart(layout: Layout, notes: NoteNumbers, styles: ReadonlyMap<string, WordStyle>, relations: Relations): string {
  const bodies = layout.flow.flatMap((block) => {
    const id = block.kind === 'text' ? notes.ids.get(block.id) : undefined
    return block.kind === 'text' && id !== undefined ? [noteXml(block, id, notes.counted, styles, relations)] : []
  })
  return `${xmlHeader}<w:footnotes ${namespaces}>${separators(layout)}${bodies.join('')}</w:footnotes>`
}

/** The rules over the notes, each in a line as high as the blank over the first note of a page. */
function separators({ sheet }: Layout): string {
  const spacing = `<w:pPr><w:spacing w:line="${twips(noteLead(sheet))}" w:lineRule="exact"/></w:pPr>`
  return (
    `<w:footnote w:type="separator" w:id="-1"><w:p>${spacing}<w:r><w:separator/></w:r></w:p></w:footnote>` +
    `<w:footnote w:type="continuationSeparator" w:id="0"><w:p>${spacing}<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`
  )
}

const CHINESE_RUN = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'

/** A mark that is written, not counted: LibreOffice draws the mark itself and leaves out one of the style of marks, any other it draws twice (7.4). */
const WRITTEN_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/><w:rFonts w:hint="eastAsia"/><w:vertAlign w:val="baseline"/></w:rPr>'

function noteXml(block: TextBlock, id: number, counted: boolean, styles: ReadonlyMap<string, WordStyle>, relations: Relations): string {
  const style = styles.get(block.style)
  if (style === undefined) throw new Error(`no style ${block.style}`)
  const mark = counted
    ? `<w:r>${CHINESE_RUN}<w:footnoteRef/></w:r>`
    : `<w:r>${WRITTEN_MARK}${plainXml(block.text.slice(0, block.markEnd ?? 0))}</w:r>`
  const body = runsXml(block, style.style, block.markEnd ?? 0, block.text.length, {
    relations,
    noteId: () => undefined,
    countedNotes: true,
    called: new Set(),
  })
  return `<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="${style.id}"/></w:pPr>${mark}${body}</w:p></w:footnote>`
}
