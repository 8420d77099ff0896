import {
  CELL_SIDE_TWIPS,
  type Color,
  type FaceRole,
  halfPoints,
  type PageFrame,
  type Sheet,
  type StyleName,
  type TextStyle,
  tracking,
  twips,
} from '#lib/typeset'
import type { FontName, FontNames } from './font-names.js'
import type { WordStyle } from './style-names.js'
import { escapeXml, namespaces, xmlHeader } from './xml-text.js'

/** Inks on screen and paper, as six hexadecimal digits. House: the same red, grey and blue as the PDF's. */
const inks: Readonly<Record<Color, string>> = { black: 'auto', red: 'E60012', grey: '666666', link: '05408C' }

export const inkHex = (color: Color): string => inks[color]

/** The character style that sets a face other than its paragraph's. */
export const faceStyleId = (face: FaceRole): string => `Face${face.charAt(0).toUpperCase()}${face.slice(1)}`

const faceTitles: Readonly<Record<FaceRole, string>> = { song: '宋体字', fangsong: '仿宋字', hei: '黑体字', kai: '楷体字', title: '标宋字' }

/**
 * The part word/styles.xml: defaults, a bare Normal, one paragraph style for every style of the sheet, character styles for faces and links.
 * Source: ECMA-376 part 1 §17.7; element order of CT_PPr, CT_RPr and CT_Style.
 */
export function stylesPart(sheet: Sheet, styles: ReadonlyMap<StyleName, WordStyle>, fonts: FontNames, frame: PageFrame): string {
  const body = [...styles.values()].find((style) => style.style.role === 'paragraph')
  const paragraphs = [...styles.values()].map((style) => paragraphStyle(style, fonts, body?.id ?? 'Normal', frame))
  const faces = (Object.keys(faceTitles) as FaceRole[]).map(
    (face) =>
      `<w:style w:type="character" w:customStyle="1" w:styleId="${faceStyleId(face)}"><w:name w:val="${faceTitles[face]}"/>` +
      `<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${fontsOf(fonts[face])}</w:rPr></w:style>`,
  )
  return `${xmlHeader}<w:styles ${namespaces}>${defaults(sheet, fonts)}${fixedStyles}${paragraphs.join('')}${faces.join('')}</w:styles>`
}

/** House: pitch is exact, marks neither hang nor shrink, single lines may stand alone: what Word must do to break pages as planned (docs/typesetting.md). */
function defaults(sheet: Sheet, fonts: FontNames): string {
  const size = sheet.styles.paragraph?.size ?? 16
  const run = `${fontsOf(fonts.song)}<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`
  const paragraph = '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr></w:style>`
  )
}

const fixedStyles =
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
  `<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="${CELL_SIDE_TWIPS}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="${CELL_SIDE_TWIPS}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('') +
  '</w:tblBorders></w:tblPr></w:style>' +
  `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="${inks.link}"/></w:rPr></w:style>` +
  '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Figure"><w:name w:val="插图"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Rule"><w:name w:val="横线"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'

function paragraphStyle({ id, name, style }: WordStyle, fonts: FontNames, bodyId: string, frame: PageFrame): string {
  const custom = /^[a-z ]+( \d)?$/i.test(name) ? '' : ' w:customStyle="1"'
  const next = style.outline > 0 || style.role === 'article-subtitle' ? `<w:next w:val="${bodyId}"/>` : ''
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${escapeXml(name)}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/>` +
    `<w:pPr>${paragraphProperties(style, frame)}</w:pPr><w:rPr>${runProperties(style, fonts)}</w:rPr></w:style>`
  )
}

function paragraphProperties(style: TextStyle, frame: PageFrame): string {
  return [
    style.keepNext ? '<w:keepNext/>' : '',
    style.keepTogether ? '<w:keepLines/>' : '',
    isContents(style) ? `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${frame.text}"/></w:tabs>` : '',
    `<w:spacing w:before="${twips(style.before)}" w:after="${twips(style.after)}" w:line="${twips(style.pitch)}" w:lineRule="exact"/>`,
    indents(style),
    `<w:jc w:val="${style.align === 'justify' ? 'both' : style.align}"/>`,
    style.outline > 0 ? `<w:outlineLvl w:val="${style.outline - 1}"/>` : '',
  ].join('')
}

const isContents = (style: TextStyle): boolean => style.role === 'contents-entry' || style.role === 'contents-column'

/**
 * Indents in characters, which Word keeps when the size changes, and in twips, which others read. A hanging indent is written in twips alone:
 * in characters Word would measure it from the first line, not from the others.
 */
function indents(style: TextStyle): string {
  if (style.firstIndent < 0) {
    const right = style.right === 0 ? '' : ` w:right="${twips(style.right * style.size)}"`
    return `<w:ind w:left="${twips(style.left * style.size)}"${right} w:hanging="${twips(-style.firstIndent * style.size)}"/>`
  }
  const side = (name: string, em: number): string =>
    em === 0 ? '' : ` w:${name}Chars="${Math.round(em * 100)}" w:${name}="${twips(em * style.size)}"`
  const list = `${side('left', style.left)}${side('right', style.right)}${side('firstLine', style.firstIndent)}`
  return list === '' ? '' : `<w:ind${list}/>`
}

function runProperties(style: TextStyle, fonts: FontNames): string {
  const space = tracking(style.size)
  return [
    fontsOf(fonts[style.face]),
    style.bold ? '<w:b/><w:bCs/>' : '',
    style.color === 'black' ? '' : `<w:color w:val="${inks[style.color]}"/>`,
    space === 0 ? '' : `<w:spacing w:val="${space}"/>`,
    `<w:sz w:val="${halfPoints(style.size)}"/><w:szCs w:val="${halfPoints(style.size)}"/>`,
  ].join('')
}

const fontsOf = ({ name, latin }: FontName): string =>
  `<w:rFonts w:ascii="${escapeXml(latin)}" w:eastAsia="${escapeXml(name)}" w:hAnsi="${escapeXml(latin)}" w:cs="${escapeXml(latin)}"/>`
