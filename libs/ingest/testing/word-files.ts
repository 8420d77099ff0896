import { zipSync } from 'fflate'

/** Word files made of their raw parts, so that each test says exactly what is in them. */
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WordParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly links?: readonly { readonly id: string; readonly target: string; readonly external?: boolean }[]
  readonly more?: Readonly<Record<string, Uint8Array | string>>
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

export function wordFile({ body, styles = '', numbering = '', footnotes = '', links = [], more = {} }: WordParts): Uint8Array {
  const relations = links
    .map((one) => `<Relationship Id="${one.id}" Type="${RELS}/any" Target="${one.target}"${one.external ? ' TargetMode="External"' : ''}/>`)
    .join('')
  const texts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
    'word/_rels/document.xml.rels': `<Relationships>${relations}</Relationships>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(texts).map(([name, part]) => [name, typeof part === 'string' ? encode(part) : part])))
}

/** `p('一、总则', { face: '黑体', size: 32, align: 'center', list: '1.0', style: 'a' })`: a paragraph of one run. */
export function p(
  text: string,
  look: { face?: string; size?: number; align?: string; list?: string; style?: string; bold?: boolean } = {},
): string {
  const [list, level] = look.list?.split('.') ?? []
  const numbers = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  const style = look.style === undefined ? '' : `<w:pStyle w:val="${look.style}"/>`
  const align = look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`
  const face = look.face === undefined ? '' : `<w:rFonts w:eastAsia="${look.face}"/>`
  const size = look.size === undefined ? '' : `<w:sz w:val="${look.size}"/>`
  return `<w:p><w:pPr>${style}${numbers}${align}</w:pPr><w:r><w:rPr>${face}${look.bold ? '<w:b/>' : ''}${size}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** Automatic numbers 一、 （一） 1. as list 1. */
export const CHINESE_NUMBERS = `<w:abstractNum w:abstractNumId="0">${[
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
