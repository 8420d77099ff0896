import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BlockRole,
  type Color,
  type FaceRole,
  type Faces,
  type FlowBlock,
  type FlowRun,
  type GlyphRun,
  type Landmark,
  type Layout,
  type Line,
  openFaces,
  type Page,
  type Section,
  type TextBlock,
  type TextStyle,
} from '#lib/typeset'

/** A run of a small block; its face is the block's unless it says otherwise. */
export interface SmallRun extends Partial<FlowRun> {
  readonly from: number
  readonly to: number
}

/** A layout set by hand: every block begins a line at the left edge, lines break after a fixed count of characters, a new page where asked. */
export interface SmallBlock {
  readonly role: BlockRole
  readonly text: string
  readonly runs?: readonly SmallRun[]
  readonly target?: number
  readonly label?: string
  readonly markEnd?: number
  readonly page?: boolean
  readonly section?: number
  readonly article?: number
  /** Blank added between all glyphs, in em. */
  readonly tracking?: number
  /** Blank added after these characters, in em (negative squeezes). */
  readonly gaps?: Readonly<Record<number, number>>
}

const outlines: Partial<Record<BlockRole, number>> = { 'column-label': 1, 'article-title': 2, 'heading-1': 3, 'heading-2': 4 }
const roleFaces: Partial<Record<BlockRole, FaceRole>> = { 'article-title': 'title', 'heading-1': 'hei', 'heading-2': 'kai' }
const left = 80
const perLine = 26

export function styleOf(role: BlockRole): TextStyle {
  return {
    name: role,
    title: role,
    role,
    face: roleFaces[role] ?? 'song',
    bold: false,
    color: 'black',
    size: 16,
    pitch: 28,
    align: 'justify',
    firstIndent: role === 'paragraph' ? 2 : 0,
    left: 0,
    right: 0,
    before: 0,
    after: 0,
    keepNext: false,
    keepTogether: false,
    outline: outlines[role] ?? 0,
  }
}

export const section = (role: Section['role'], format: Section['numbering']['format'] = 'decimal'): Section => ({
  role,
  startOn: 'page',
  numbering: { format, start: 1 },
  header: null,
  footer: format === 'none' ? null : { style: 'furniture', pattern: '— {page} —', place: 'outer', inset: 1, y: 780, rule: null },
})

/** The shipped faces, opened. */
export function shippedFaces(): Faces {
  return openFaces((['song', 'hei', 'kai', 'title'] as const).map((role) => ({ id: role, role, bytes: fontBytes(role), sha256: role })))
}

const fontBytes = (role: FaceRole): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, `../fonts/bianyin-${role}.ttf`)))

export interface SmallLayout {
  readonly blocks: readonly SmallBlock[]
  readonly sections?: readonly Section[]
  readonly title?: string
  readonly faces: Faces
  /** Flow blocks that are no text, before the text block of that index. */
  readonly others?: Readonly<Record<number, readonly FlowBlock[]>>
}

export function smallLayout({
  blocks,
  sections = [section('body')],
  title = '规划与简讯2031年第1期',
  faces,
  others = {},
}: SmallLayout): Layout {
  const flow: FlowBlock[] = []
  const pages: OpenPage[] = []
  const landmarks: Landmark[] = []
  blocks.forEach((small, index) => {
    flow.push(...(others[index] ?? []))
    const block = textBlock(small, index)
    flow.push(block)
    if (pages.length === 0 || small.page === true) pages.push(newPage(pages.length + 1, small.section ?? 0))
    for (const line of setBlock(block, small, faces)) {
      let page = pages.at(-1)!
      if (page.lines.length >= 22) {
        page = newPage(pages.length + 1, small.section ?? 0)
        pages.push(page)
      }
      page.lines.push({ ...line, y: 120 + 28 * page.lines.length })
    }
    const level = outlines[small.role]
    const page = pages.at(-1)!
    if (level !== undefined)
      landmarks.push({
        block: block.id,
        kind: level === 1 ? 'column' : level === 2 ? 'article' : 'heading',
        level,
        title: small.text,
        page: page.number,
        label: page.label,
        y: 0,
        article: small.article ?? null,
      })
  })
  for (const page of pages) page.furniture.push(folio(page, faces))
  return {
    facts: { title, publication: '规划与简讯', publisher: '某某大学发展规划部', editors: [], date: '2031-01-15', language: 'zh-CN' },
    sheet: {
      master: {
        width: 595.28,
        height: 841.89,
        head: 105,
        foot: 99,
        binding: 79.4,
        fore: 73.7,
        mirrored: false,
        pitch: 28,
        lines: 22,
        measure: 442,
      },
      styles: Object.fromEntries(blocks.map((block) => [block.role, styleOf(block.role)])),
    },
    sections,
    flow,
    pages,
    landmarks,
    warnings: [],
  }
}

interface OpenPage extends Omit<Page, 'lines' | 'furniture' | 'art'> {
  readonly lines: Line[]
  readonly furniture: Page['furniture'][number][]
  readonly art: Page['art'][number][]
}

const newPage = (number: number, sectionIndex: number): OpenPage => ({
  number,
  label: String(number),
  section: sectionIndex,
  side: number % 2 === 1 ? 'recto' : 'verso',
  blank: false,
  width: 595.28,
  height: 841.89,
  lines: [],
  furniture: [],
  art: [],
})

const folio = (page: OpenPage, faces: Faces): Page['furniture'][number] => {
  const text = `— ${page.label} —`
  return { kind: 'folio', text, x: 450, y: 780, runs: [glyphRun(text, 0, text.length, 'song', faces, 14, 0, {})] }
}

function textBlock(small: SmallBlock, index: number): TextBlock {
  const face = roleFaces[small.role] ?? 'song'
  return {
    kind: 'text',
    id: `b${index}`,
    section: small.section ?? 0,
    article: small.article ?? null,
    breakBefore: small.page === true ? 'page' : 'none',
    lead: 0,
    role: small.role,
    style: small.role,
    text: small.text,
    runs: (small.runs ?? [{ from: 0, to: small.text.length }]).map((run) => ({ face, ...run })),
    ...(small.target === undefined ? {} : { target: `b${small.target}` }),
    ...(small.label === undefined ? {} : { label: small.label }),
    ...(small.markEnd === undefined ? {} : { markEnd: small.markEnd }),
  }
}

function setBlock(block: TextBlock, small: SmallBlock, faces: Faces): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < block.text.length; from += perLine) {
    const to = Math.min(block.text.length, from + perLine)
    const runs: GlyphRun[] = []
    let at = 0
    for (const run of block.runs) {
      const [a, b] = [Math.max(run.from, from), Math.min(run.to, to)]
      if (a >= b) continue
      const set = glyphRun(block.text, a, b, run.face, faces, 16, at, small, run)
      runs.push(set)
      const last = set.glyphs.length - 1
      at = set.at[last]! + faces.byId(set.face).advance(set.glyphs[last]!) * 0.016 + 16 * (small.tracking ?? 0)
    }
    lines.push({ block: block.id, from, to, x: left, y: 0, runs })
  }
  return lines
}

function glyphRun(
  text: string,
  from: number,
  to: number,
  role: FaceRole,
  faces: Faces,
  size: number,
  start: number,
  spacing: Pick<SmallBlock, 'tracking' | 'gaps'>,
  look: Partial<FlowRun> = {},
): GlyphRun {
  const face = faces.list.find((one) => one.role === role) ?? faces.list[0]!
  const glyphs: number[] = []
  const at: number[] = []
  let pen = start
  for (let offset = from; offset < to; offset += text.codePointAt(offset)! > 0xffff ? 2 : 1) {
    const glyph = face.glyph(text.codePointAt(offset)!)
    glyphs.push(glyph)
    at.push(pen)
    pen += (face.advance(glyph) * size) / face.unitsPerEm + size * ((spacing.tracking ?? 0) + (spacing.gaps?.[offset] ?? 0))
  }
  return {
    face: face.id,
    size,
    from,
    to,
    glyphs,
    at,
    color: (look.color ?? 'black') as Color,
    rise: 0,
    embolden: look.bold === true ? 0.4 : 0,
    slant: look.italic === true ? 0.2 : 0,
    underline: look.underline === true,
    ...(look.link === undefined ? {} : { link: look.link }),
  }
}
