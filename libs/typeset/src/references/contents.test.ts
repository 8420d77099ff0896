import { describe, expect, it } from 'vitest'
import { layOut, pageLabelOf } from '#lib/typeset'
import { tinyFaces } from '../../testing/tiny-faces.js'
import { article, flat, han, issueOf, p, tinyTemplate } from '../../testing/tiny-issue.js'

const faces = tinyFaces('hei', 'kai', 'title')
const contents = {
  heading: '目　录',
  startOn: 'recto',
  numbering: 'roman',
  column: '【{name}】',
  columnPage: true,
  person: '{author} {title}',
  subtitle: '——',
}
const style = (more = {}) => tinyTemplate({ contents: { ...contents, ...more }, columns: { label: '【{name}】' } })

const issue = () =>
  issueOf([
    { name: '政策文件', articles: [article('甲', [p(180)]), article('乙乙乙乙乙乙乙乙乙乙乙乙乙', [p(90)], { subtitle: '副题' })] },
    { name: '理论看点', articles: [article('丙', [p(30)], { author: '苏见山' })] },
  ])

describe('the contents', () => {
  it('name every column and article in order, with the page it begins on', () => {
    const layout = layOut(issue(), style(), faces)
    const entries = layout.flow.flatMap((block) => (block.kind === 'text' && block.role.startsWith('contents-') ? [block] : []))
    expect(entries.map((entry) => entry.text.replace('\t', ' … '))).toEqual([
      '目　录',
      '【政策文件】 … 1',
      '甲 … 1',
      '乙乙乙乙乙乙乙乙乙乙乙乙乙——副题 … 4',
      '【理论看点】 … 6',
      '丙 … 6',
    ])
    for (const entry of entries.slice(1)) expect(entry.label).toBe(pageLabelOf(layout, entry.target ?? ''))
  })

  it('have their own numbers, and the body begins at 1 on a recto', () => {
    const layout = layOut(issue(), style(), faces)
    expect(layout.pages.map((page) => page.label).slice(0, 3)).toEqual(['I', 'II', '1'])
    expect(layout.pages[2]?.side).toBe('recto')
  })

  it('numbers stand flush right, at least two characters after the text, with leaders between', () => {
    const layout = layOut(issue(), style(), faces)
    const { measure, binding } = layout.sheet.master
    const page = layout.pages[0]!
    for (const line of page.lines.filter((one) => one.block !== 'contents-heading')) {
      const last = line.runs[line.runs.length - 1]!
      const label = layout.flow.find((block) => block.id === line.block)
      if (label?.kind !== 'text' || line.to < label.text.length) continue
      expect(line.x + last.at[last.at.length - 1]! + 7).toBeCloseTo(binding + measure, 1)
    }
    expect(page.furniture.filter((one) => one.kind === 'leader').length).toBeGreaterThan(1)
    const grid = page.furniture.filter((one) => one.kind === 'leader').map((one) => (binding + measure - one.x) / 14)
    for (const place of grid) expect(place).toBeCloseTo(Math.round(place), 6)
  })

  it('without labels for columns where the house style wants none', () => {
    const layout = layOut(issue(), style({ column: '{一}、{name}', columnPage: false }), faces)
    const columns = layout.flow.flatMap((block) => (block.kind === 'text' && block.role === 'contents-column' ? [block.text] : []))
    expect(columns).toEqual(['一、政策文件', '二、理论看点'])
  })

  it('three hundred entries, each with its page', () => {
    const many = flat(...Array.from({ length: 300 }, (_, index) => article(`第${index + 1}篇`, [p(5)])))
    const layout = layOut(many, style(), faces)
    const labels = layout.flow.flatMap((block) => (block.kind === 'text' && block.role === 'contents-entry' ? [block.label] : []))
    expect(labels).toEqual(Array.from({ length: 300 }, (_, index) => String(index + 1)))
  })

  it('landmarks give the outline: column, article, heading', () => {
    const layout = layOut(
      issueOf([{ name: '栏', articles: [article('甲', [{ kind: 'heading', level: 1, runs: [{ text: '一、章' }] }, p(han(5))])] }]),
      style(),
      faces,
    )
    expect(layout.landmarks.map((mark) => [mark.kind, mark.level, mark.title, mark.label])).toEqual([
      ['column', 1, '栏', '1'],
      ['article', 2, '甲', '1'],
      ['heading', 3, '一、章', '1'],
    ])
  })
})
