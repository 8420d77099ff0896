import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { diffText } from './diff-text.js'
import { mapFindings, mapPosition, mapRange, type Place, placeMap, textAt } from './map-place.js'

const article = (paragraphs: readonly string[], title = '题目'): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title,
  blocks: paragraphs.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
})

/** `甲⟨乙⟩丙`: the marked range in the text before, looked for in the text after, which marks where it must be. */
const unmarked = (text: string) => ({ text: text.replace(/[⟨⟩]/g, ''), from: text.indexOf('⟨'), to: text.indexOf('⟩') - 1 })

describe('a range through a change', () => {
  it.each([
    ['各⟨学校⟩要落实', '各⟨学校⟩要落实'],
    ['各⟨学校⟩要落实', '会议要求，各⟨学校⟩要落实'],
    ['各⟨学校⟩要落实', '各高等⟨学校⟩要落实'],
    ['各⟨学校⟩要落实', '各⟨学校⟩都要落实'],
    ['各⟨学校要⟩落实', '各⟨学校都要⟩落实'],
    ['各⟨学校⟩要落实。', '各⟨学⟩要落实。'],
  ])('%s → %s', (before, after) => {
    const [a, b] = [unmarked(before), unmarked(after)]
    expect(mapRange(diffText(a.text, b.text), a.from, a.to)).toEqual({ from: b.from, to: b.to })
  })

  it('gone words have no place', () => {
    expect(mapRange(diffText('各学校要落实。', '各要落实。'), 1, 3)).toBeNull()
    expect(mapRange(diffText('各学校要落实。', ''), 1, 3)).toBeNull()
  })

  it('a caret stays before or goes behind what came', () => {
    const stretches = diffText('甲乙', '甲新乙')
    expect(mapPosition(stretches, 1, 'before')).toBe(1)
    expect(mapPosition(stretches, 1, 'after')).toBe(2)
    expect(mapPosition(stretches, 0)).toBe(0)
    expect(mapPosition(stretches, 2)).toBe(3)
  })
})

describe('a place through later edits of an article', () => {
  const before = article(['甲段说的是学校。', '乙段说的是教师。', '丙段说的是学生。'])
  const place: Place = { block: 1, field: null, from: 5, to: 7 }

  it.each([
    ['a paragraph before it', ['甲段说的是学校。', '新的一段。', '乙段说的是教师。', '丙段说的是学生。'], 2, 5],
    ['words before it', ['甲段说的是学校。', '其次，乙段说的是教师。', '丙段说的是学生。'], 1, 8],
    ['a paragraph parted before it', ['甲段说的是', '学校。', '乙段说的是教师。', '丙段说的是学生。'], 2, 5],
    ['its paragraph joined to another', ['甲段说的是学校。乙段说的是教师。', '丙段说的是学生。'], 0, 13],
    ['the first paragraph gone', ['乙段说的是教师。', '丙段说的是学生。'], 0, 5],
  ])('%s', (_, paragraphs, block, from) => {
    const after = article(paragraphs)
    const mapped = placeMap(before, after)(place)
    expect(mapped).toEqual({ block, field: null, from, to: from + 2 })
    expect(textAt(after, mapped as Place)).toBe('教师')
  })

  it('a caret behind what is gone stands at the end of what is left', () => {
    expect(placeMap(article(['甲', '']), article(['甲']))({ block: 1, field: null, from: 0, to: 0 })).toEqual({
      block: 0,
      field: null,
      from: 1,
      to: 1,
    })
  })

  it('the head has places too', () => {
    const title: Place = { block: null, field: 'title', from: 2, to: 4 }
    expect(placeMap(article([], '谈谈教育'), article([], '再谈谈教育'))(title)).toEqual({ ...title, from: 3, to: 5 })
    expect(placeMap(article([], '谈谈教育'), article([], '谈谈'))(title)).toBeNull()
  })

  it('findings that still stand are carried over, others are not', () => {
    const findings = [
      { ...place, text: '教师' },
      { block: 2, field: null, from: 5, to: 7, text: '学生' },
    ]
    const after = article(['前言。', '甲段说的是学校。', '乙段说的是教员。', '丙段说的是学生。'])
    expect(mapFindings(before, after, findings)).toEqual([{ block: 3, field: null, from: 5, to: 7, text: '学生' }])
  })
})

it('a place never leaves the article, whatever was edited', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '。', '教育'), { maxLength: 8 }).map((words) => words.join(''))
  const body = fc.array(text, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(body, body, fc.nat(), fc.nat(), fc.nat(), (one, other, block, from, length) => {
      const [before, after] = [article(one), article(other)]
      const at = block % one.length
      const size = one[at]?.length ?? 0
      const start = size === 0 ? 0 : from % (size + 1)
      const mapped = placeMap(before, after)({ block: at, field: null, from: start, to: Math.min(size, start + (length % 4)) })
      if (mapped === null) return
      const whole = other[mapped.block ?? -1]
      expect(whole).toBeDefined()
      expect(0 <= mapped.from && mapped.from <= mapped.to && mapped.to <= (whole?.length ?? 0)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
