import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Faces } from '#lib/typeset'
import { openPdf, pageTexts, tagsOf, unpackedPdf } from '../../../../test/read-pdf.js'
import { type SmallBlock, section, shippedFaces, smallLayout } from '../../../../test/small-layout.js'
import { run, tool } from '../../../../test/tools.js'
import { writePdf } from './write-pdf.js'

let faces: Faces
const options = { producer: 'Bianyin test' }

beforeAll(() => {
  faces = shippedFaces()
})

const body = '2030年以来，各单位（含附属医院）坚持“统筹规划、分类建设”的原则，平台数量达到128个，比上年增长5.6%。'

const issue: readonly SmallBlock[] = [
  { role: 'masthead', text: '规划与简讯', section: 0 },
  { role: 'contents-heading', text: '目录', section: 1, page: true },
  { role: 'contents-entry', text: '关于加强科研平台建设的通知', target: 4, label: '3', section: 1 },
  { role: 'column-label', text: '【政策文件】', section: 1, article: 0, page: true },
  { role: 'article-title', text: '关于加强科研平台建设的通知', section: 1, article: 0 },
  { role: 'heading-1', text: '一、总体要求', section: 1, article: 0 },
  { role: 'paragraph', text: body, section: 1, article: 0, tracking: 0.008, gaps: { 3: 0.25, 6: -0.5, 23: -0.5 } },
]

const issueLayout = (blocks = issue) => smallLayout({ faces, blocks, sections: [section('cover', 'none'), section('body')] })

const pdfOf = (blocks: readonly SmallBlock[] = issue, draft = false) =>
  writePdf(issueLayout(blocks), faces, new Map(), { ...options, draft })

function saved(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'press-')), 'issue.pdf')
  writeFileSync(file, bytes)
  return file
}

describe('text', () => {
  it('copies out as it was put in, page by page, furniture after the body', async () => {
    const texts = await pageTexts(await openPdf(await pdfOf()))
    expect(texts).toEqual([
      '规划与简讯—1—',
      '目录关于加强科研平台建设的通知—2—',
      `【政策文件】关于加强科研平台建设的通知一、总体要求${body}—3—`,
    ])
  })

  it('puts no space where a figure stands off from its characters, nor a break where marks are squeezed', async () => {
    const page = await (await openPdf(await pdfOf())).getPage(3)
    const { items } = await page.getTextContent()
    const lines = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    expect(lines.split('\n').slice(3, -1).join('')).toBe(body)
  })

  it.skipIf(tool('pdftotext') === null)('copies out to the letter in poppler, gaps and squeezed marks included', async () => {
    const text = run('pdftotext', ['-raw', '-f', '3', saved(await pdfOf()), '-'])
    expect(text.split('\n').slice(3, -2).join('')).toBe(body)
  })

  it('tells characters apart that share a glyph', async () => {
    // U+2F00 KANGXI RADICAL ONE and U+4E00 are one drawing in most faces.
    const twins = ['一', '⼀'].map((character) => faces.byId('song').glyph(character.codePointAt(0)!))
    const layout = issueLayout([{ role: 'paragraph', text: '一⼀一', section: 1 }])
    const line = layout.pages[0]!.lines[0]!
    const same = { ...line, runs: line.runs.map((glyphs) => ({ ...glyphs, glyphs: glyphs.glyphs.map(() => twins[0]!) })) }
    const pages = layout.pages.map((page) => ({ ...page, lines: [same] }))
    const [text] = await pageTexts(await openPdf(await writePdf({ ...layout, pages }, faces, new Map(), options)))
    expect(text).toContain('一⼀一')
  })
})

describe('structure', () => {
  it('tags sections, contents, headings and paragraphs', async () => {
    const document = await openPdf(await pdfOf())
    expect(await tagsOf(document, 2)).toBe(
      ['Document', '  Sect', '    P', '    TOC', '      TOCI', '        Reference', '          Link'].join('\n'),
    )
    expect(await tagsOf(document, 3)).toBe(['Document', '  Sect', '    Sect', '      H1', '      H2', '      H3', '      P'].join('\n'))
  })

  it('skips no heading level on the way down', async () => {
    const blocks: SmallBlock[] = [
      { role: 'article-title', text: '通知', section: 1 },
      { role: 'heading-2', text: '（一）目标', section: 1 },
    ]
    const tags = await tagsOf(await openPdf(await pdfOf(blocks)), 1)
    expect(tags.match(/H\d/g)).toEqual(['H1', 'H2'])
  })

  it('sets a list item apart from its mark, and a link inside its paragraph', async () => {
    const blocks: SmallBlock[] = [
      { role: 'list-item', text: '1．建设目标', markEnd: 2, section: 1 },
      { role: 'list-item', text: '2．建设任务', markEnd: 2, section: 1 },
      {
        role: 'paragraph',
        text: '见附页全文。',
        section: 1,
        runs: [
          { from: 0, to: 1 },
          { from: 1, to: 3, link: 'https://example.edu.cn/附页' },
          { from: 3, to: 6 },
        ],
      },
    ]
    const document = await openPdf(await pdfOf(blocks))
    const item = ['      LI', '        Lbl', '        LBody']
    expect(await tagsOf(document, 1)).toBe(['Document', '  Sect', '    L', ...item, ...item, '    P', '      Link'].join('\n'))
    const [link] = await (await document.getPage(1)).getAnnotations()
    expect(link.url).toBe('https://example.edu.cn/%E9%99%84%E9%A1%B5')
  })

  it.skipIf(tool('pdfinfo') === null)('reads in the order of the flow', async () => {
    const text = run('pdfinfo', ['-struct-text', saved(await pdfOf())])
    const read = [...text.matchAll(/"([^"]*)"/g)].map((match) => match[1]).join('')
    expect(read.replace(/”|“/g, '')).toBe(
      issue
        .map((block) => block.text)
        .join('')
        .replace(/”|“/g, ''),
    )
  })
})

describe('what a validator would ask', () => {
  it('draws nothing outside marked content', async () => {
    const blocks: SmallBlock[] = [
      ...issue,
      { role: 'paragraph', text: '附表', section: 1, article: 0, runs: [{ from: 0, to: 2, underline: true }] },
    ]
    const document = await openPdf(await pdfOf(blocks, true))
    const paints = new Set([OPS.showText, OPS.showSpacedText, OPS.stroke, OPS.fill, OPS.constructPath, OPS.paintImageXObject])
    for (let number = 1; number <= document.numPages; number++) {
      const { fnArray } = await (await document.getPage(number)).getOperatorList()
      let depth = 0
      for (const operator of fnArray) {
        if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++
        if (operator === OPS.endMarkedContent) depth--
        if (paints.has(operator)) expect(depth).toBe(1)
      }
      expect(depth).toBe(0)
    }
  })

  it('says its language, shows its title, follows its structure, and describes its links', async () => {
    const file = unpackedPdf(await pdfOf())
    expect(file).toContain('/Lang (zh-CN)')
    expect(file).toContain('/DisplayDocTitle true')
    expect(file).toContain('/Marked true')
    expect(file.match(/\/Type \/Page\n[\s\S]*?\/Tabs \/S/g)?.length).toBe(3)
    const count = (pattern: RegExp): number => file.match(pattern)?.length ?? 0
    expect(count(/\/Type \/Annot\n/g)).toBe(1)
    expect(count(/\/Contents \(/g)).toBe(1)
    expect(count(/\/StructParent \d/g)).toBe(1)
  })
})

describe('ways through the document', () => {
  it('links a contents entry to its article and shows the outline', async () => {
    const document = await openPdf(await pdfOf())
    const [link] = await (await document.getPage(2)).getAnnotations()
    const [ref, , left] = (await document.getDestination(link.dest))!
    expect(await document.getPageIndex(ref)).toBe(2)
    expect(left).toBe(0)
    const [column] = await document.getOutline()
    expect(column!.title).toBe('【政策文件】')
    expect(column!.items.map((item: { title: string }) => item.title)).toEqual(['关于加强科研平台建设的通知'])
    expect(column!.count).toBe(1)
  })

  it('carries title, author, language and the manifest hash, escaped', async () => {
    const layout = smallLayout({ faces, title: '简讯 <A & B>', blocks: [{ role: 'paragraph', text: '文' }] })
    const pdf = await writePdf(layout, faces, new Map(), { ...options, manifestHash: 'ab12' })
    const { info, metadata } = await (await openPdf(pdf)).getMetadata()
    expect(info).toMatchObject({ Title: '简讯 <A & B>', Author: '某某大学发展规划部', Language: 'zh-CN' })
    expect(metadata.get('dc:title')).toBe('简讯 <A & B>')
    expect(metadata.get('pdfaid:part')).toBe('2')
    expect(metadata.get('pdfaid:conformance')).toBe('U')
    expect(metadata.get('pdfuaid:part')).toBe('1')
    expect(metadata.get('dc:identifier')).toBe('sha256:ab12')
  })
})

describe('bytes', () => {
  it('are the same for the same layout, and have no date but the issue’s', async () => {
    const [one, two] = [await pdfOf(), await pdfOf()]
    expect(Buffer.compare(one, two)).toBe(0)
    expect(unpackedPdf(one).match(/D:\d{14}Z/g)).toEqual(['D:20310115000000Z'])
  })

  it('are the same wherever the streams are compressed, in whatever order they come back, and after another document', async () => {
    const plain = await pdfOf()
    let left = 100
    const deflate = async (bytes: Uint8Array, level: number): Promise<Uint8Array> => {
      await setTimeout(left--)
      return deflateSync(bytes, { level })
    }
    await pdfOf(issue.slice(0, 4))
    expect(Buffer.compare(await writePdf(issueLayout(), faces, new Map(), { ...options, deflate }), plain)).toBe(0)
  })

  it('draws the draft mark as a shape, not as text', async () => {
    const draft = await pdfOf(issue, true)
    expect(draft.length).toBeGreaterThan((await pdfOf()).length)
    expect((await pageTexts(await openPdf(draft))).join('')).not.toContain('草稿')
  })

  it.skipIf(tool('pdffonts') === null)('embeds every face as a subset with its characters', async () => {
    const rows = run('pdffonts', [saved(await pdfOf())])
      .trim()
      .split('\n')
      .slice(2)
    expect(rows.length).toBe(3)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/)
  })

  it('passes a strict reading of its objects where such a reader is at hand', async () => {
    const qpdf = tool('qpdf')
    if (qpdf === null) return
    expect(run(qpdf, ['--check', saved(await pdfOf(issue, true))])).toContain('No syntax or stream encoding errors')
  })
})
