import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffText, textAfter, textBefore } from './diff-text.js'

const MARK = { same: '', gone: '-', new: '+' }
const shown = (before: string, after: string): string =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${MARK[kind]}${text}]`))
    .join('')

describe('what a reader sees', () => {
  it.each([
    ['各校要加强管理。', '各校要加强管理。', '各校要加强管理。'],
    ['', '新文。', '[+新文。]'],
    ['旧文。', '', '[-旧文。]'],
    ['增长5%。', '增长6%。', '增长[-5][+6]%。'],
    ['各校加强管理。', '各高校要加强管理。', '各[+高]校[+要]加强管理。'],
    ['甲句。乙句。', '甲句。新句。乙句。', '甲句。[+新句。]乙句。'],
    ['甲句，乙句，丙句。', '甲句，丙句。', '甲句，[-乙句，]丙句。'],
    ['推进学科建设', '优化专业布局', '[-推进学科建设][+优化专业布局]'],
    ['全面提高人才自主培养质量', '着力提升人才自主培养能力', '[-全面提高][+着力提升]人才自主培养[-质量][+能力]'],
    ['完善教师的评价的办法', '建立学生的考核的机制', '[-完善教师的评价的办法][+建立学生的考核的机制]'],
    ['第一段。\n第二段。', '第一段。\n新的一段。\n第二段。', '第一段。\n[+新的一段。\n]第二段。'],
    ['𠮷野', '𠮷里𠮷野', '[+𠮷里]𠮷野'],
  ])('%s → %s', (before, after, expected) => expect(shown(before, after)).toBe(expected))
})

const word = fc.constantFrom('教育', '的', '了', '。', '，', '建设', '\n', '𠮷', '5', '一', '学校')
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''))

it('what stayed and came is the text after, what stayed and went the text before', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const stretches = diffText(before, after)
      expect(textBefore(stretches)).toBe(before)
      expect(textAfter(stretches)).toBe(after)
      expect(stretches.every(({ text: part }) => part !== '' && !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('a sentence changed in a long text is told alone, wherever it stands', () => {
  const sentences = Array.from({ length: 1500 }, (_, index) => `第${index}项工作由各单位按照职责分工落实。`)
  const after = sentences.map((sentence, index) => (index % 300 === 7 ? sentence.replace('各单位', '各有关单位') : sentence))
  const stretches = diffText(sentences.join(''), after.join(''))
  expect(stretches.filter(({ kind }) => kind !== 'same').map(({ kind, text: part }) => kind + part)).toEqual(Array(5).fill('new有关'))
})

it('two long texts that share nothing are one gone and one come', () => {
  const before = Array.from({ length: 900 }, (_, index) => `甲${String.fromCharCode(0x4e00 + index)}乙${index}。`).join('')
  const after = Array.from({ length: 900 }, (_, index) => `丙${String.fromCharCode(0x6000 + index)}丁${index}！`).join('')
  const stretches = diffText(before, after)
  expect(textBefore(stretches)).toBe(before)
  expect(textAfter(stretches)).toBe(after)
})
