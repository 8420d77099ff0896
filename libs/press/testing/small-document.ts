import type { FigureBlock, FlowBlock, RuleBlock, TableBlock } from '#lib/typeset'
import { all, parseXml, partsOf, shown, type XmlNode } from '../../../test/read-docx.js'
import { type SmallBlock, section, shippedFaces, smallLayout } from '../../../test/small-layout.js'
import { png } from '../../../test/small-png.js'
import { writeDocx } from '../src/docx/write-docx.js'

export const options = { producer: 'Bianyin test', manifestHash: 'ab12' }

export const faces = shippedFaces()

const picture = 'c'.repeat(64)
export const pictures = new Map([[picture, png(2, 1, 8, 0, [[0, 0, 255]])]])

const place = { section: 2, article: 0, breakBefore: 'none', lead: 0 } as const

const cell = (id: string, column: number, text: string, more: Partial<{ colSpan: number; rowSpan: number; header: boolean }> = {}) => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  header: false,
  ...more,
  content: {
    ...place,
    kind: 'text' as const,
    id,
    role: 'table-cell' as const,
    style: 'paragraph',
    text,
    runs: [{ from: 0, to: text.length, face: 'song' as const }],
  },
})

/** 年份 above two columns, 合计 reaching down over two rows. */
const table: TableBlock = {
  ...place,
  kind: 'table',
  id: 'table',
  columns: [100, 171, 171],
  headerRows: 1,
  rows: [
    { height: 20, cells: [cell('h1', 0, '项目', { header: true }), cell('h2', 1, '年份', { header: true, colSpan: 2 })] },
    { height: 20, cells: [cell('c1', 0, '合计', { rowSpan: 2 }), cell('c2', 1, '12'), cell('c3', 2, '15')] },
    { height: 20, cells: [cell('c4', 1, '13'), cell('c5', 2, '16')] },
  ],
  alt: '平台数量',
}

const figure: FigureBlock = {
  ...place,
  kind: 'figure',
  id: 'figure',
  image: { sha256: picture, mediaType: 'image/png', width: 2, height: 1 },
  alt: '一座“桥”',
  width: 200,
  height: 100,
}

const rule: RuleBlock = {
  ...place,
  breakBefore: 'page',
  lead: 2,
  kind: 'rule',
  id: 'rule',
  weight: 0.5,
  color: 'red',
  width: 147,
  before: 14,
  after: 14,
}

export const blocks: readonly SmallBlock[] = [
  { role: 'masthead', text: '规划与简讯', section: 0 },
  { role: 'contents-heading', text: '目录', section: 1, page: true },
  { role: 'contents-column', text: '【政策文件】\t1', target: 4, label: '1', section: 1 },
  { role: 'contents-entry', text: '关于加强科研平台建设、促进资源开放共享的若干意见的通知\t1', target: 5, label: '1', section: 1 },
  { role: 'column-label', text: '【政策文件】', section: 2, article: 0, page: true },
  { role: 'article-title', text: '关于加强科研平台建设、促进资源开放共享的若干意见的通知', section: 2, article: 0 },
  {
    role: 'paragraph',
    text: '“十四五”以来①，平台达128个，见说明与附件。',
    section: 2,
    article: 0,
    runs: [
      { from: 0, to: 7 },
      { from: 7, to: 8, note: 'b12', position: 'sup' },
      { from: 8, to: 11, bold: true },
      { from: 11, to: 17, face: 'kai' },
      { from: 17, to: 19, link: 'https://example.edu.cn/?a=1&b=2' },
      { from: 19, to: 23, underline: true },
    ],
  },
  { role: 'list-item', text: '1．统筹布局', markEnd: 2, section: 2, article: 0 },
  { role: 'list-item', text: '2．分类建设', markEnd: 2, section: 2, article: 0 },
  { role: 'list-item', text: '——开放共享', markEnd: 2, section: 2, article: 0 },
  { role: 'heading-1', text: '一、总体要求', section: 2, article: 0, page: true },
  { role: 'signature', text: '某某大学', section: 2, article: 0 },
  { role: 'footnote', text: '①含附属医院。', markEnd: 1, section: 2, article: 0 },
]

const others: Readonly<Record<number, readonly FlowBlock[]>> = { 8: [rule], 10: [figure], 11: [table] }

export const layoutOf = (list = blocks) =>
  smallLayout({
    faces,
    blocks: list,
    others,
    sections: [section('cover', 'none'), section('contents', 'roman'), section('body')],
  })

export const docxOf = (list = blocks) => writeDocx(layoutOf(list), pictures, options)

export async function part(path: string): Promise<XmlNode> {
  const xml = partsOf(await docxOf())[path]
  if (xml === undefined) throw new Error(`no part ${path}`)
  return parseXml(xml)
}

export const paragraphs = async (): Promise<XmlNode[]> => all(await part('word/document.xml'), 'w:p')

export const styleOf = (paragraph: XmlNode): string | undefined => all(paragraph, 'w:pStyle')[0]?.attributes['w:val']

export async function paragraph(text: string, nth = 0): Promise<XmlNode> {
  const found = (await paragraphs()).filter((one) => shown(one).startsWith(text))[nth]
  if (found === undefined) throw new Error(`no paragraph ${text}`)
  return found
}

export const has = (node: XmlNode, name: string): boolean => all(node, name).length > 0
