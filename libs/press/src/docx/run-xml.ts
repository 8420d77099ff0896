import type { FlowRun, TextBlock, TextStyle } from '#lib/typeset'
import type { Relations } from './relations.js'
import { faceStyleId, inkHex } from './styles-part.js'
import { escapeXml } from './xml-text.js'

/** What runs need from around them: where links go, and how notes are numbered. */
export interface RunContext {
  readonly relations: Relations
  /** The id of a note by its block; undefined where notes are not written. */
  readonly noteId: (block: string) => number | undefined
  /** Whether Word counts the notes, or their marks are written as printed. */
  readonly countedNotes: boolean
  /** Notes called so far: Word knows one call a note, a second mark is a raised figure. */
  readonly called: Set<number>
}

/** Quotes, dashes and dots take the Chinese font: without the hint Word draws them half wide. Source: ECMA-376 part 1 §17.3.2.26. */
const hint = '<w:rFonts w:hint="eastAsia"/>'

/** A stretch of a block's text as runs: links, notes, emphasis and faces that differ from the style; line breaks where the typesetter demands them. */
export function runsXml(block: TextBlock, style: TextStyle, from: number, to: number, context: RunContext): string {
  let xml = ''
  let open: string | null = null
  for (const run of block.runs) {
    const start = Math.max(run.from, from)
    const end = Math.min(run.to, to)
    if (start >= end) continue
    const link = run.link ?? null
    if (link !== open) {
      if (open !== null) xml += '</w:hyperlink>'
      if (link !== null) xml += `<w:hyperlink r:id="${context.relations.address(link)}" w:history="1">`
      open = link
    }
    xml += runXml(run, block, style, start, end, context)
  }
  return open === null ? xml : `${xml}</w:hyperlink>`
}

function runXml(run: FlowRun, block: TextBlock, style: TextStyle, from: number, to: number, context: RunContext): string {
  const note = run.note === undefined ? undefined : context.noteId(run.note)
  if (note !== undefined && !context.called.has(note)) {
    context.called.add(note)
    const reference = context.countedNotes
      ? `<w:footnoteReference w:id="${note}"/>`
      : `<w:footnoteReference w:customMarkFollows="1" w:id="${note}"/>${plainXml(block.text.slice(from, to))}`
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/>${hint}</w:rPr>${reference}</w:r>`
  }
  return `<w:r><w:rPr>${runProperties(run, style)}</w:rPr>${textXml(block.text, from, to, block.breaks)}</w:r>`
}

/** Only what the run means beside its paragraph's style; element order of CT_RPr. */
function runProperties(run: FlowRun, style: TextStyle): string {
  const character = run.link !== undefined ? 'Hyperlink' : run.face === style.face ? '' : faceStyleId(run.face)
  return [
    character === '' ? '' : `<w:rStyle w:val="${character}"/>`,
    hint,
    run.bold === true ? '<w:b/><w:bCs/>' : '',
    run.italic === true ? '<w:i/><w:iCs/>' : '',
    run.color === undefined || run.color === style.color || run.link !== undefined ? '' : `<w:color w:val="${inkHex(run.color)}"/>`,
    run.underline === true ? '<w:u w:val="single"/>' : '',
    run.position === undefined ? '' : `<w:vertAlign w:val="${run.position === 'sup' ? 'superscript' : 'subscript'}"/>`,
  ].join('')
}

/** The content of a run: text, tabs, and line breaks at demanded offsets. */
function textXml(text: string, from: number, to: number, breaks: readonly number[] = []): string {
  const cuts = breaks.filter((offset) => offset > from && offset < to)
  let xml = breaks.includes(from) && from > 0 ? '<w:br/>' : ''
  let at = from
  for (const cut of [...cuts, to]) {
    if (at > from) xml += '<w:br/>'
    xml += plainXml(text.slice(at, cut))
    at = cut
  }
  return xml
}

/** Text with its tabs and line ends as elements. */
export function plainXml(text: string): string {
  return text
    .split(/([\t\n])/)
    .map((part) => {
      if (part === '\t') return '<w:tab/>'
      if (part === '\n') return '<w:br/>'
      if (part === '') return ''
      return /^\s|\s$|\s\s/.test(part) ? `<w:t xml:space="preserve">${escapeXml(part)}</w:t>` : `<w:t>${escapeXml(part)}</w:t>`
    })
    .join('')
}

/** A plain run outside any block: field results, folio dashes. */
export const plainRun = (text: string): string => `<w:r><w:rPr>${hint}</w:rPr>${plainXml(text)}</w:r>`

const fieldChar = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

/** A field up to its result. Source: ECMA-376 part 1 §17.16.18. */
export const fieldOpening = (instruction: string): string =>
  `${fieldChar('begin')}<w:r><w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText></w:r>${fieldChar('separate')}`

export const fieldClosing = fieldChar('end')

/** A field with its result stored, so that nothing needs updating to be right. */
export const fieldXml = (instruction: string, result: string): string => `${fieldOpening(instruction)}${plainRun(result)}${fieldClosing}`
