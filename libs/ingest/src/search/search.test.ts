import { describe, expect, it } from 'vitest'
import { dice, generatedArticle } from '../../testing/generated-articles.js'
import { excerpt, highlight, matchesQuery } from './highlight.js'
import { searchQuery } from './search-query.js'
import { searchTokens, titleVector } from './search-tokens.js'

/** What the database does with tokens and a query: every clause, whole or as a beginning. */
function databaseFinds(tokens: ReadonlySet<string>, tsquery: string | null): boolean {
  if (tsquery === null) return false
  return tsquery.split(' & ').every((clause) => {
    const [, token = '', prefix] = /^'(.*)'(:\*)?$/.exec(clause) ?? []
    return prefix === undefined ? tokens.has(token) : [...tokens].some((one) => one.startsWith(token))
  })
}

const found = (text: string, query: string): boolean =>
  databaseFinds(new Set(searchTokens(text)), searchQuery(query).tsquery) && matchesQuery(text, query)

const marked = (text: string, query: string): string =>
  highlight(text, query).reduceRight((done, { from, to }) => `${done.slice(0, from)}⟨${done.slice(from, to)}⟩${done.slice(to)}`, text)

describe('tokens', () => {
  it('pairs of characters, the last alone, words whole', () => {
    expect(searchTokens('教育强国，AI 2025年')).toEqual(['教育', '育强', '强国', '国', 'ai', '2025', '年'])
  })

  it('width, case and blanks between characters make no difference', () => {
    expect(searchTokens('教 育　ＡＩ')).toEqual(searchTokens('教育ai'))
    expect(searchTokens('甲\n乙')).toEqual(['甲', '乙'])
  })

  it('characters outside the BMP stay whole', () => {
    expect(searchTokens('𠮷野家')).toEqual(['𠮷野', '野家', '家'])
  })

  it('a title has places and weight', () => {
    expect(titleVector("强国o'k")).toBe("'强国':1A '国':2A 'o':3A 'k':4A")
  })
})

describe('a query as the database takes it', () => {
  it.each([
    ['教育强国', "'教育' & '育强' & '强国'"],
    ['教', "'教':*"],
    ['教育 改革', "'教育' & '改革'"],
    ['“教育 改革”', "'教育' & '育改' & '改革'"],
    ['AI赋能', "'ai' & '赋能'"],
    ['第123次', "'第' & '123' & '次':*"],
    ['江教发〔2025〕3号', "'江教' & '教发' & '2025' & '3' & '号':*"],
    ["'; drop table", "'drop':* & 'table':*"],
  ])('%s', (query, tsquery) => expect(searchQuery(query).tsquery).toBe(tsquery))

  it.each(['', '   ', '！？', '“”'])('nothing to search for in “%s”', (query) => expect(searchQuery(query).tsquery).toBeNull())
})

describe('what is found', () => {
  it.each([
    ['宗教', '教'],
    ['宗教政策', '教'],
    ['建设教育强国', '育强'],
    ['教 育 部', '教育部'],
    ['使用ChatBI系统', 'chat'],
    ['江教发〔2025〕3号', '江教发〔2025〕3号'],
    ['面积３００㎡', '300m2'],
    ['第12次会议', '第1'],
    ['江州大学第123次会议', '第123次'],
    ['𠮷野', '𠮷'],
  ])('%s by %s', (text, query) => expect(found(text, query)).toBe(true))

  it.each([
    ['教学与育人，强化国防', '教育强国'],
    ['甲\n乙', '甲乙'],
    ['教育改进', '教育 改革'],
    ['', '教'],
  ])('%s not by %s', (text, query) => expect(found(text, query)).toBe(false))

  it('everything a scan finds in two hundred articles, and nothing else', () => {
    const texts = Array.from({ length: 200 }, (_, index) => generatedArticle(index + 50, 2).join('\n'))
    const tokens = texts.map((one) => new Set(searchTokens(one)))
    const die = dice(5)
    for (let count = 0; count < 60; count += 1) {
      const text = texts[die(texts.length)] ?? ''
      const from = die(text.length - 12)
      const query = text.slice(from, from + 1 + die(10)).replace(/[\s“”\w]/g, '')
      const scan = texts.map((one) => query !== '' && /[\p{L}\p{N}]/u.test(query) && one.includes(query))
      const answer = texts.map(
        (one, index) => databaseFinds(tokens[index] ?? new Set(), searchQuery(query).tsquery) && matchesQuery(one, query),
      )
      expect(answer, query).toEqual(scan)
    }
  })
})

describe('highlights', () => {
  it.each([
    ['建设教育强国，办好教育。', '教育', '建设⟨教育⟩强国，办好⟨教育⟩。'],
    ['教 育 部发布', '教育部', '⟨教 育 部⟩发布'],
    ['面积３００㎡。', '300m2', '面积⟨３００㎡⟩。'],
    ['面积㎡。', 'm', '面积⟨㎡⟩。'],
    ['教育强国', '教育 育强', '⟨教育强⟩国'],
    ['ＡＩ与ai', 'AI', '⟨ＡＩ⟩与⟨ai⟩'],
    ['无', '有', '无'],
  ])('%s by %s', (text, query, shown) => expect(marked(text, query)).toBe(shown))

  it('an excerpt shows the first place, cut at whole characters', () => {
    const text = `${'前文。'.repeat(60)}建设教育强国。${'后文。'.repeat(60)}`
    const shown = excerpt(text, '教育强国', 40)
    expect(shown.text).toMatch(/^….*建设教育强国.*…$/)
    expect(shown.marks.map(({ from, to }) => shown.text.slice(from, to))).toEqual(['教育强国'])
    expect(excerpt('短文。', '教育')).toEqual({ text: '短文。', marks: [] })
    expect(excerpt('𠮷'.repeat(100), '𠮷', 31).text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})
