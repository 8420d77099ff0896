import type { BlockRole, FaceRole, Pt, StyleName, TextStyle } from '../layout.js'

/** Size of a style beside the body's: the same, or a fixed 字号. */
type Size = 'body' | Pt

interface StyleSeed {
  readonly title: string
  readonly role: BlockRole
  readonly face: FaceRole
  readonly size: Size
  readonly align: TextStyle['align']
  readonly firstIndent?: number
  readonly left?: number
  readonly right?: number
  /** Lines of the grid. */
  readonly before?: number
  readonly after?: number
  /** Pitch in lines of the grid where it is not one; a number of pt where it leaves the grid (cells, notes). */
  readonly pitch?: { readonly lines: number } | { readonly pt: Pt }
  readonly keepNext?: boolean
  readonly keepTogether?: boolean
  readonly bold?: boolean
  readonly outline?: number
}

/** 正文: body face, two characters in. Source: GB/T 9704-2012 7.3.3 (左空二字). */
const BODY = { face: 'fangsong', size: 'body', align: 'justify', firstIndent: 2 } as const
const CENTRED = { align: 'center', keepNext: true } as const

/**
 * The styles every house style starts from; a template changes what it wants to be otherwise.
 * Source for faces and sizes of title, headings, body, signature, folio: GB/T 9704-2012 7.3.1 to 7.3.6, 7.5. House for the rest: one 字号 below what it serves.
 */
const SEEDS: Readonly<Record<StyleName, StyleSeed>> = {
  masthead: { title: '刊名', role: 'masthead', face: 'title', size: 48, pitch: { lines: 3 }, ...CENTRED },
  publisher: { title: '编印单位', role: 'publisher', face: 'kai', size: 22, pitch: { lines: 1.5 }, ...CENTRED },
  'issue-number': { title: '期号', role: 'issue-number', face: 'fangsong', size: 'body', ...CENTRED },
  'cover-line': { title: '封面文字', role: 'cover-line', face: 'fangsong', size: 'body', ...CENTRED },
  'contents-heading': { title: '目录标题', role: 'contents-heading', face: 'hei', size: 22, after: 1, ...CENTRED },
  'contents-column': { title: '目录栏目', role: 'contents-column', face: 'hei', size: 14, align: 'left', keepNext: true },
  'contents-entry': {
    title: '目录条目',
    role: 'contents-entry',
    face: 'song',
    size: 14,
    align: 'left',
    left: 2,
    firstIndent: -1,
    keepTogether: true,
  },
  'column-label': { title: '栏目', role: 'column-label', face: 'hei', size: 'body', align: 'left', after: 1, keepNext: true, outline: 1 },
  kicker: { title: '眉题', role: 'kicker', face: 'kai', size: 'body', ...CENTRED },
  'article-title': { title: '文章标题', role: 'article-title', face: 'title', size: 22, ...CENTRED, keepTogether: true, outline: 2 },
  'article-subtitle': { title: '副标题', role: 'article-subtitle', face: 'kai', size: 'body', ...CENTRED, keepTogether: true },
  byline: { title: '作者', role: 'byline', face: 'kai', size: 'body', ...CENTRED },
  'source-line': { title: '来源', role: 'source-line', face: 'kai', size: 14, ...CENTRED },
  'document-number': { title: '发文字号', role: 'document-number', face: 'fangsong', size: 'body', ...CENTRED },
  'heading-1': { title: '一级标题', role: 'heading-1', ...BODY, face: 'hei', keepNext: true, outline: 3 },
  'heading-2': { title: '二级标题', role: 'heading-2', ...BODY, face: 'kai', keepNext: true, outline: 4 },
  'heading-3': { title: '三级标题', role: 'heading-3', ...BODY, keepNext: true, outline: 5 },
  'heading-4': { title: '四级标题', role: 'heading-4', ...BODY, keepNext: true, outline: 6 },
  paragraph: { title: '正文', role: 'paragraph', ...BODY },
  addressee: { title: '主送机关', role: 'addressee', ...BODY, firstIndent: 0, keepNext: true },
  'letter-heading': { title: '信函标题', role: 'letter-heading', face: 'title', size: 18, before: 1, after: 1, ...CENTRED },
  signature: {
    title: '落款',
    role: 'signature',
    face: 'fangsong',
    size: 'body',
    align: 'right',
    right: 2,
    keepNext: true,
    keepTogether: true,
  },
  'signature-date': {
    title: '成文日期',
    role: 'signature-date',
    face: 'fangsong',
    size: 'body',
    align: 'right',
    right: 4,
    keepTogether: true,
  },
  quote: { title: '引文', role: 'quote', ...BODY, face: 'kai' },
  turn: { title: '问答', role: 'turn', ...BODY },
  'list-item': { title: '列项', role: 'list-item', ...BODY },
  'list-item-2': { title: '二级列项', role: 'list-item', ...BODY, firstIndent: 4 },
  'list-item-3': { title: '三级列项', role: 'list-item', ...BODY, firstIndent: 6 },
  'table-caption': { title: '表题', role: 'table-caption', face: 'hei', size: 12, before: 0, ...CENTRED, keepTogether: true },
  'table-head': { title: '表头', role: 'table-cell', face: 'hei', size: 12, align: 'center', pitch: { pt: 18 } },
  'table-cell': { title: '表格文字', role: 'table-cell', face: 'song', size: 12, align: 'left', pitch: { pt: 18 } },
  'table-number': { title: '表格数字', role: 'table-cell', face: 'song', size: 12, align: 'right', pitch: { pt: 18 } },
  'table-center': { title: '表格居中', role: 'table-cell', face: 'song', size: 12, align: 'center', pitch: { pt: 18 } },
  'table-note': { title: '表注', role: 'table-note', face: 'song', size: 10.5, align: 'left' },
  'figure-caption': { title: '图题', role: 'figure-caption', face: 'hei', size: 12, align: 'center', keepTogether: true },
  'link-line': { title: '网址', role: 'link-line', face: 'song', size: 12, align: 'left', firstIndent: 2 },
  attribution: { title: '摘自', role: 'attribution', face: 'kai', size: 'body', align: 'right' },
  'author-note': { title: '作者简介', role: 'author-note', ...BODY, face: 'kai', size: 14, firstIndent: 2 },
  'annex-label': { title: '附件标记', role: 'annex-label', face: 'hei', size: 'body', align: 'left', keepNext: true },
  'annex-title': { title: '附件标题', role: 'annex-title', face: 'title', size: 22, after: 1, ...CENTRED, keepTogether: true },
  footnote: { title: '脚注', role: 'footnote', face: 'song', size: 10.5, align: 'justify', pitch: { pt: 14.5 } },
  colophon: { title: '版记', role: 'colophon', face: 'fangsong', size: 14, align: 'left', left: 1, right: 1, keepNext: true },
  folio: { title: '页码', role: 'furniture', face: 'song', size: 14, align: 'left' },
  'running-head': { title: '页眉', role: 'furniture', face: 'song', size: 10.5, align: 'left' },
}

export const styleNames = (): readonly StyleName[] => Object.keys(SEEDS)

/** A seed made into a style for a body of this size and pitch. */
export function seedStyle(name: StyleName, size: Pt, pitch: Pt): TextStyle {
  const seed = SEEDS[name]
  if (seed === undefined) throw new Error(`no style ${name}`)
  return {
    name,
    title: seed.title,
    role: seed.role,
    face: seed.face,
    bold: seed.bold ?? false,
    color: 'black',
    size: seed.size === 'body' ? size : seed.size,
    pitch: pitchOf(seed, pitch),
    align: seed.align,
    firstIndent: seed.firstIndent ?? 0,
    left: seed.left ?? 0,
    right: seed.right ?? 0,
    before: (seed.before ?? 0) * pitch,
    after: (seed.after ?? 0) * pitch,
    keepNext: seed.keepNext ?? false,
    keepTogether: seed.keepTogether ?? false,
    outline: seed.outline ?? 0,
  }
}

function pitchOf(seed: StyleSeed, grid: Pt): Pt {
  if (seed.pitch === undefined) return grid
  return 'lines' in seed.pitch ? seed.pitch.lines * grid : seed.pitch.pt
}
