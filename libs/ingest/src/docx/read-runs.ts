import type { Run } from '#lib/editorial'
import { attachNotes, mergeRuns } from '../runs.js'
import { merge, type RunLook, readRunLook } from './styles.js'
import { noteKey, type WordFile } from './word-file.js'
import { child, descendants, elementsOf, textIn, value, type XmlElement } from './xml.js'

/** A stretch of text with the look Word gives it. */
export interface WordRun {
  readonly text: string
  readonly look: RunLook
  readonly link?: string | undefined
  readonly note?: string | undefined
}

/** What stands inside a paragraph, in order. */
export type Inside =
  | { readonly kind: 'run'; readonly run: WordRun }
  | { readonly kind: 'break' }
  | { readonly kind: 'picture'; readonly part: string; readonly alt: string }

interface Field {
  /** Between begin and separate the code of the field stands, not its result. */
  inCode: boolean
}

/** Walks the runs of a paragraph: insertions kept, deletions left out, field codes left out, their results kept. */
export function readInside(paragraph: XmlElement, base: RunLook, file: WordFile): Inside[] {
  const out: Inside[] = []
  const fields: Field[] = []
  const walk = (element: XmlElement, link: string | undefined): void => {
    for (const one of elementsOf(element)) {
      if (SKIPPED.has(one.name)) continue
      if (one.name === 'w:r') readRun(one, base, link, file, fields, out)
      else if (one.name === 'w:hyperlink') walk(one, outside(file.links.get(one.attributes['r:id'] ?? '')))
      else if (one.name === 'mc:AlternateContent') walk(child(one, 'mc:Choice') ?? one, link)
      else if (one.name !== 'w:p' && one.name !== 'w:tbl') walk(one, link)
    }
  }
  walk(paragraph, undefined)
  return out
}

const SKIPPED = new Set([
  'w:pPr',
  'w:del',
  'w:moveFrom',
  'w:rPr',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'mc:Fallback',
  'w:sdtPr',
])

const outside = (target: string | undefined): string | undefined =>
  target !== undefined && /^(?:https?:|mailto:)/i.test(target) ? target : undefined

function readRun(element: XmlElement, base: RunLook, link: string | undefined, file: WordFile, fields: Field[], out: Inside[]): void {
  const properties = child(element, 'w:rPr')
  const styled = file.styles.byId.get(value(properties, 'w:rStyle') ?? '')?.run ?? {}
  const said = merge(merge(base, styled), readRunLook(properties))
  const look = { ...said, face: file.themeFaces.get(said.face ?? '') ?? said.face }
  if (look.hidden === true) return
  for (const one of elementsOf(element)) {
    if (one.name === 'w:fldChar') countField(one, fields)
    else if (fields.some((field) => field.inCode)) continue
    else readPart(one, look, link, file, out)
  }
}

function countField(element: XmlElement, fields: Field[]): void {
  const kind = element.attributes['w:fldCharType']
  if (kind === 'begin') fields.push({ inCode: true })
  else if (kind === 'separate') fields.splice(-1, 1, { inCode: false })
  else if (kind === 'end') fields.pop()
}

const CHARACTERS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '-', 'w:cr': '' }

function readPart(one: XmlElement, look: RunLook, link: string | undefined, file: WordFile, out: Inside[]): void {
  const add = (text: string, note?: string): void => {
    out.push({ kind: 'run', run: { text, look, link, note } })
  }
  if (one.name === 'w:t') add(textIn(one))
  else if (CHARACTERS[one.name] !== undefined) add(CHARACTERS[one.name] ?? '')
  else if (one.name === 'w:br' && one.attributes['w:type'] === undefined) out.push({ kind: 'break' })
  else if (one.name === 'w:footnoteReference' || one.name === 'w:endnoteReference') add('', noteKey(one.name, one))
  else if (one.name === 'w:sym') add(symbol(one))
  else if (['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'].includes(one.name)) addPictures(one, file, out)
}

/** Symbol fonts: the usual ticks and boxes; anything else is its code as it stands. */
function symbol(one: XmlElement): string {
  const code = Number.parseInt(one.attributes['w:char'] ?? '', 16)
  const known: Readonly<Record<number, string>> = {
    61694: '☑',
    61608: '□',
    61551: '□',
    61522: '☑',
    61656: '➢',
    61623: '•',
    61548: '●',
    61692: '✓',
  }
  return known[code] ?? ''
}

function addPictures(element: XmlElement, file: WordFile, out: Inside[]): void {
  const alternative = element.name === 'mc:AlternateContent' ? (child(element, 'mc:Choice') ?? element) : element
  let alt = ''
  for (const one of descendants(alternative)) {
    if (one.name === 'wp:docPr') alt = one.attributes.descr ?? ''
    const id = one.name === 'a:blip' ? one.attributes['r:embed'] : one.name === 'v:imagedata' ? one.attributes['r:id'] : undefined
    const part = id === undefined ? undefined : file.links.get(id)
    if (part !== undefined) out.push({ kind: 'picture', part, alt })
  }
}

/** The runs of an article: emphasis that the whole paragraph has is its style, not emphasis. */
export function toRuns(runs: readonly WordRun[], plain: boolean): Run[] {
  const marked = mergeRuns(
    runs.map(({ text, look, link, note }) => ({
      text,
      ...(look.bold === true && !plain ? { bold: true } : {}),
      ...(look.italic === true && !/\p{Script=Han}/u.test(text) ? { italic: true } : {}),
      ...(look.underline === true && link === undefined && !plain ? { underline: true } : {}),
      ...(isKai(look) && !plain ? { kai: true } : {}),
      ...(look.position === undefined ? {} : { position: look.position }),
      ...(link === undefined ? {} : { link }),
      ...(note === undefined ? {} : { note }),
    })),
  )
  return attachNotes(marked)
}

export const isKai = (look: RunLook): boolean => /楷|kai/i.test(look.face ?? '')
export const isHei = (look: RunLook): boolean => /黑体|simhei|hei/i.test(look.face ?? '')
