import { type ArticleContent, blockText } from '#lib/editorial'
import type { ArticleHit, ArticleRule } from '../rule.js'

const NUMERALS = '一二三四五六七八九十'

/** 三十二 → 32, for numbers of headings. */
function readChinese(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : NUMERALS.indexOf(tens) + 1) : 0
  return ten * 10 + (ones === '' ? 0 : NUMERALS.indexOf(ones) + 1)
}

interface Numbered {
  readonly level: number
  readonly number: number
  readonly length: number
}

const FORMS: readonly { readonly level: number; readonly pattern: RegExp; readonly read: (text: string) => number }[] = [
  { level: 1, pattern: /^([一二三四五六七八九十]{1,3})、/, read: readChinese },
  { level: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/, read: readChinese },
  { level: 3, pattern: /^(\d{1,2})\s?[.．](?!\d)/, read: Number },
  { level: 4, pattern: /^[（(](\d{1,2})[）)]/, read: Number },
  { level: 5, pattern: /^第([一二三四五六七八九十]{1,3})条(?=[\s　])/, read: readChinese },
]

function numberOf(text: string): Numbered | null {
  for (const { level, pattern, read } of FORMS) {
    const found = pattern.exec(text)
    if (found?.[1] !== undefined) return { level, number: read(found[1]), length: found[0].trimEnd().length }
  }
  return null
}

/**
 * A number that skips or comes twice. Not: numbers that begin again at one under another heading, nor those that run on over it
 * (纲要 style), nor in an annex, which begins anew.
 */
export const headingSequence: ArticleRule = {
  kind: 'article',
  id: 'heading-sequence',
  family: 'structure',
  severity: 'warn',
  source: 'GB/T 9704-2012 7.3.3：层次序数',
  check: (content) => skips(content),
  fires: [
    { body: ['一、总则', '二、任务', '⟨四、⟩保障'] },
    { body: ['（一）明确范围。各单位要落实。', '⟨（三）⟩明确时限。按期完成。'] },
    { body: ['一、总则', '（一）目的', '二、任务', '⟨（四）⟩重点'] },
    { body: ['1. 加强领导。', '⟨3.⟩ 完善制度。'] },
  ],
  silent: [
    { body: ['一、总则', '（一）目的', '（二）依据', '二、任务', '（一）重点'] },
    { body: ['一、总则', '（一）目的', '二、任务', '（二）重点', '（三）难点'] },
    { body: ['1. 甲。', '2. 乙。', '1. 丙。'] },
    { body: ['一、总则', '二、任务', '落款：江州省教育厅|2025年3月1日', '一、附则'] },
    { body: ['2024.3万人参加。', '（2024）年度。'] },
  ],
}

function skips(content: ArticleContent): ArticleHit[] {
  const hits: ArticleHit[] = []
  const last = new Map<number, number>()
  content.blocks.forEach((block, index) => {
    if (block.kind === 'signature' || block.kind === 'annexStart' || block.kind === 'letterHeading') last.clear()
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return
    const found = numberOf(blockText(block))
    if (found === null) return
    const before = last.get(found.level) ?? 0
    if (found.number !== 1 && found.number !== before + 1)
      hits.push({ block: index, from: 0, to: found.length, params: { expected: before + 1 } })
    last.set(found.level, found.number)
  })
  return hits
}
