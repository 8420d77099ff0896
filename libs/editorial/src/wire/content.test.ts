import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { ArticleContent, Block } from '../manuscript.js'
import { block } from './blocks.js'
import { articleContent } from './content.js'

const article = (more: object = {}): unknown => ({
  title: '江州省高等教育综合改革方案印发',
  subtitle: null,
  author: null,
  source: '江州教育',
  sourceDate: '2024-09-21',
  url: null,
  documentNumber: null,
  documentDate: null,
  blocks: [{ kind: 'paragraph', runs: [{ text: '全省高校数量稳步增长。' }] }],
  notes: {},
  ...more,
})

const withRun = (run: object): unknown => article({ blocks: [{ kind: 'paragraph', runs: [run] }] })

const codes = (value: unknown): string[] => {
  const read = articleContent.safeParse(value)
  return read.success ? [] : read.error.issues.map((issue) => (issue.code === 'custom' ? issue.message : issue.code))
}

describe('the content of an article over the wire', () => {
  it('has the shape the rooms type, in both directions', () => {
    expectTypeOf<z.infer<typeof articleContent>>().toExtend<ArticleContent>()
    expectTypeOf<z.infer<typeof block>['kind']>().toEqualTypeOf<Block['kind']>()
    expectTypeOf<Block>().toExtend<DeepReadonly<z.infer<typeof block>>>()
  })

  it('passes an article as it is', () => {
    const given = article()
    expect(articleContent.parse(given)).toEqual(given)
  })

  it.each([
    ['NUL', '改\u0000革'],
    ['a control sign', '改\u0007革'],
    ['a line feed inside a run', '改\n革'],
    ['half of a surrogate pair', '改\ud842革'],
    ['the second half alone', '改\udfb7革'],
    ['a non-character', '改\ufffe革'],
  ])('refuses %s', (_, text) => expect(codes(withRun({ text }))).toEqual(['invalid-text']))

  it.each(['𠮷野家', '㐀', '👨‍👩‍👧', 'e\u0301', '\u200b零宽', '\ue000'])('lets %s pass unchanged', (text) =>
    expect(codes(withRun({ text }))).toEqual([]),
  )

  it('refuses a title that turns the reading order', () => expect(codes(article({ title: '通知\u202e文' }))).toEqual(['bidi-text']))
  it('refuses a blank title', () => expect(codes(article({ title: '　 ' }))).toEqual(['blank']))
  it('refuses a title beyond its length, counted in code points', () => {
    expect(codes(article({ title: '𠮷'.repeat(500) }))).toEqual([])
    expect(codes(article({ title: '𠮷'.repeat(501) }))).toEqual(['too-long'])
  })
  it('refuses what the block tree does not know', () => {
    expect(codes(article({ blocks: [{ kind: 'formula', text: 'x' }] }))).toEqual(['invalid_union'])
    expect(codes(withRun({ text: '甲', style: 'color:red' }))).toEqual(['unrecognized_keys'])
    expect(codes(article({ id: 'mine' }))).toEqual(['unrecognized_keys'])
  })
  it('refuses a link that is not for readers', () => {
    expect(codes(withRun({ text: '甲', link: 'javascript:alert(1)' }))).toEqual(['invalid_format'])
    expect(codes(withRun({ text: '甲', link: 'https://jiangzhou.example/a' }))).toEqual([])
  })
  it('refuses a note mark without its note', () => {
    expect(codes(withRun({ text: '甲', note: '1' }))).toEqual(['no-such-note'])
    expect(
      codes(article({ blocks: [{ kind: 'paragraph', runs: [{ text: '甲', note: '1' }] }], notes: { 1: [{ text: '见附件。' }] } })),
    ).toEqual([])
  })
  it('refuses a day that is not in the calendar', () => expect(codes(article({ sourceDate: '2024-02-30' }))).toEqual(['no-such-date']))
  it('takes a date as precise as it is known', () => {
    for (const sourceDate of ['2024', '2024-10', '2024-02-29', null]) expect(codes(article({ sourceDate }))).toEqual([])
  })
})

type DeepReadonly<Value> = Value extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
    : Value
