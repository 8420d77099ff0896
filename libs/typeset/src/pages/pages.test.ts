import { describe, expect, it } from 'vitest'
import { layOut } from '#lib/typeset'
import { lineCounts, pagePicture } from '../../testing/page-picture.js'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, flat, h, han, issueOf, p, TINY_PAGE, tinyTemplate } from '../../testing/tiny-issue.js'
import { paginate } from './paginate.js'
import type { Item } from './pieces.js'

const faces = tinyFaces('hei', 'kai', 'title')
const set = (...blocks: Parameters<typeof article>[1]) => layOut(flat(article('题', blocks)), tinyTemplate(), faces)

/** Lines of a paragraph with a two-character indent on a ten-character line. */
const lines = (count: number): number => count * 10 - 5

/** How many of so many single lines each page takes, by itself. */
function pagesOf(count: number): number[] {
  const pieces = Array.from({ length: count }, () => ({ height: 30, cost: 0, item: null, notes: [], repeats: 0 }))
  const line = { kind: 'rule', block: {} } as unknown as Item
  const room = { height: 240, grid: 30, notes: { lines: () => 0, pitch: 15, lead: 15 } }
  return paginate({ pieces: pieces.map((piece) => ({ ...piece, item: line })), opens: true }, room).map((plan) => plan.to - plan.from)
}

describe('孤行不成页', () => {
  it('the last line of a paragraph never stands alone over a page', () => {
    const layout = set(p(lines(8)))
    expect(lineCounts(layout)).toEqual([1 + 5, 3])
  })

  it('the first line of a paragraph does not stand alone under a page', () => {
    const layout = set(p(lines(6)), p(lines(5)))
    expect(lineCounts(layout)[0]).toBe(7)
  })

  it('a last page holds three lines at least', () => {
    const layout = set(p(lines(9)))
    expect(lineCounts(layout)).toEqual([7, 3])
  })

  it('pages are full where nothing forbids it; rather one is two lines short than two a line, and that one comes last', () => {
    expect(pagesOf(40)).toEqual([8, 8, 8, 8, 8])
    expect(pagesOf(41)).toEqual([8, 8, 8, 8, 6, 3])
  })
})

describe('headings', () => {
  it('are never last on a page: two lines follow', () => {
    const layout = set(p(lines(5)), h(1, '一、总体要求'), p(lines(6)))
    const first = pagePicture(layout, layout.pages[0]!)
    const at = first.findIndex((line) => line.includes('一、'))
    expect(at === -1 || first.length - at > 2).toBe(true)
  })

  it('two lines follow even when the first paragraph has only one', () => {
    const layout = set(p(lines(5)), h(1, '一、总体要求'), p(6), p(lines(6)))
    const first = pagePicture(layout, layout.pages[0]!)
    const at = first.findIndex((line) => line.includes('一、'))
    expect(at === -1 || first.length - at > 2).toBe(true)
  })

  it('two headings stay with each other and with the text', () => {
    const layout = set(p(lines(4)), h(1, '一、总体要求'), h(2, '（一）原则'), p(lines(6)))
    const second = pagePicture(layout, layout.pages[1]!)
    expect(second[0]).toContain('一、总体要求')
    expect(second[1]).toContain('（一）原则')
  })
})

describe('a signature', () => {
  const signed = { kind: 'signature' as const, organs: ['云岭大学'], date: '3月10日' }

  it('stays with its date, and what comes after may begin a page', () => {
    const layout = set(p(lines(4)), signed, h(1, '一、总体要求'), p(lines(4)))
    expect(pagePicture(layout, layout.pages[0]!).at(-1)).toBe('8 3月10日')
    expect(pagePicture(layout, layout.pages[1]!)[0]).toBe('1 一、总体要求')
  })
})

describe('sheets', () => {
  const two = () => issueOf([{ name: null, articles: [article('甲', [p(5)]), article('乙', [p(5)])] }])

  it('each article begins a page, and on a recto where the style says so', () => {
    const recto = layOut(
      two(),
      tinyTemplate({ articles: { ...JSON.parse(JSON.stringify(tinyTemplate().articles)), startOn: 'recto' } }),
      faces,
    )
    expect(recto.pages.map((page) => page.blank)).toEqual([false, true, false])
    expect(recto.pages.map((page) => page.label)).toEqual(['1', '', '3'])
  })

  it('margins are mirrored: the binding is left on a recto, right on a verso', () => {
    const layout = layOut(two(), tinyTemplate(), faces)
    expect(layout.pages.map((page) => page.lines[1]?.x)).toEqual([50 + 32, 50 + 32])
    const narrow = layOut(two(), tinyTemplate({ page: { ...TINY_PAGE, binding: '60pt' } }), faces)
    expect(narrow.pages.map((page) => page.lines[1]?.x)).toEqual([60 + 32, 40 + 32])
  })

  it('the folio stands one character from the outer edge, none on a blank page', () => {
    const layout = layOut(two(), tinyTemplate(), faces)
    const folios = layout.pages.map((page) => page.furniture.find((one) => one.kind === 'folio'))
    expect(folios.map((one) => one?.text)).toEqual(['— 1 —', '— 2 —'])
    expect(folios[1]?.x).toBe(50 + 14)
  })
})

describe('header and footer', () => {
  const furniture = (more: Record<string, unknown>) => layOut(flat(article('甲', [p(5)])), tinyTemplate(more), faces).pages[0]!

  it('patterns are filled with what the issue knows and the pages count', () => {
    const page = furniture({ footer: { parts: ['编者：{editors}', '共{pages}页', '第{page}页'], place: 'center', distance: '20pt' } })
    expect(page.furniture.map((one) => one.text)).toEqual(['共1页　第1页'])
  })

  it('a header stands over the type area, with its rule', () => {
    const page = furniture({ header: { parts: ['{publication}'], place: 'center', distance: '10pt', rule: '0.5pt' } })
    const head = page.furniture.find((one) => one.kind === 'running-head')
    expect(head?.text).toBe('云岭参考')
    expect(head?.y).toBe(30)
    expect(page.art.some((one) => one.kind === 'rule' && one.y1 > 30 && one.y1 < 40)).toBe(true)
  })

  it('one wider than the measure is set smaller, never cut', () => {
    const page = furniture({ footer: { parts: ['{publication}{publisher}{publication}{publisher}'], place: 'center', distance: '20pt' } })
    const foot = page.furniture.find((one) => one.kind === 'folio')
    expect(foot?.runs.flatMap((run) => run.glyphs)).toHaveLength(16)
    expect(foot?.runs[0]?.size).toBeLessThan(14)
  })
})

describe('a line with a tab', () => {
  const cover = { kind: 'head', lines: [{ role: 'publisher', text: '{publisher}\t{n}期' }] }
  const style = { publisher: { face: 'song', size: '16pt', pitch: '30pt', align: 'left', left: 1, right: 1 } }

  it('has its halves at both edges', () => {
    const layout = layOut(flat(article('甲', [p(5)])), tinyTemplate({ cover, styles: style }), faces)
    const line = layout.pages[0]!.lines[0]!
    expect(line.x).toBe(50 + 16)
    expect(line.x + line.runs.at(-1)!.at.at(-1)! + 16).toBe(50 + 160 - 16)
  })
})

describe('folding', () => {
  it('says how many pages are wanting for a multiple of four', () => {
    const page = {
      width: '260pt',
      height: '360pt',
      head: '40pt',
      binding: '50pt',
      mirrored: true,
      characters: 10,
      lines: 8,
      size: '16pt',
      pitch: '30pt',
      multipleOf: 4,
    }
    const layout = layOut(flat(article('甲', [p(5)])), tinyTemplate({ page }), faces)
    expect(layout.warnings).toContainEqual({ code: 'typeset/not-a-multiple', params: { pages: 1, multiple: 4, missing: 3 } })
  })
})

describe('the grid', () => {
  it('every line of text lies on it, whatever came before', () => {
    const layout = set(p(12), h(1, '一、章'), p(33), p(21), h(2, '（一）节'), p(90))
    for (const page of layout.pages) {
      for (const line of page.lines) expect(Math.abs(Math.sin((Math.PI * (line.y - 40 - 7 - 14.08)) / 30))).toBeLessThan(1e-6)
    }
  })
})

describe('nothing is lost', () => {
  it('whatever the blocks are', () => {
    const layout = set(
      p(300),
      { kind: 'list', items: [{ label: '1．', level: 1, runs: [{ text: han(30) }] }] },
      { kind: 'signature', organs: ['云岭大学'], date: '2025年3月1日' },
    )
    expect(layout.pages.length).toBeGreaterThan(3)
  })
})
