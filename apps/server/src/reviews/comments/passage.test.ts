import { describe, expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { passagesInto, wordsAt } from './passage.js'

/** An article of paragraphs, a line each. */
const article = (text: string, title = '题'): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title,
  blocks: text.split('\n').map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })),
})

/** Follows what stands between ⟨ and ⟩ from one text into another, and shows it there in the same way. */
function followed(marked: string, after: string): string {
  const lines = marked.split('\n')
  const block = lines.findIndex((line) => line.includes('⟨'))
  const from = lines[block]?.indexOf('⟨') ?? 0
  const to = (lines[block]?.indexOf('⟩') ?? 0) - 1
  const place = passagesInto(article(marked.replace(/[⟨⟩]/g, '')), article(after))({ block, field: null, from, to })
  if (place === null) return '无'
  const shown = after
    .split('\n')
    .map((line, at) =>
      at === place.block ? `${line.slice(0, place.from)}⟨${line.slice(place.from, place.to)}⟩${line.slice(place.to)}` : line,
    )
  return shown.join('\n') + (place.changed ? '（改）' : '')
}

describe('a remark follows its words', () => {
  it.each([
    ['甲⟨乙⟩丙', '甲乙丙', '甲⟨乙⟩丙'],
    ['甲⟨乙⟩丙', '新甲乙丙', '新甲⟨乙⟩丙'],
    ['甲⟨乙丙⟩丁', '甲乙丙丁戊', '甲⟨乙丙⟩丁戊'],
    ['开头\n甲⟨乙⟩丙', '开头\n插入一段\n甲乙丙', '开头\n插入一段\n甲⟨乙⟩丙'],
    ['甲⟨乙⟩丙', '甲丙', '无'],
    ['会议⟨强调了⟩要点', '会议指出要点', '无'],
    ['一段⟨要点⟩。二段要点。', '新写一段要点。改二段要点。尾', '新写一段⟨要点⟩。改二段要点。尾'],
    ['全文⟨甲乙⟩\n末', '全文甲\n末', '全文⟨甲⟩\n末（改）'],
  ])('%j in %j', (before, after, expected) => expect(followed(before, after)).toBe(expected))

  it('and stays in its field of the head', () => {
    const title = { block: null, field: 'title' as const, from: 2, to: 4 }
    expect(passagesInto(article('文', '关于通知'), article('文', '印发关于通知'))(title)).toEqual({
      ...title,
      from: 4,
      to: 6,
      changed: false,
    })
  })

  it('a place outside the text has no words', () => {
    expect(wordsAt(article('甲乙'), { block: 0, field: null, from: 1, to: 3 })).toBeNull()
    expect(wordsAt(article('甲乙'), { block: 1, field: null, from: 0, to: 0 })).toBeNull()
  })
})
