import { expect, it } from 'vitest'
import { judgeSuggestion } from './outside-suggestion.js'

const PARAGRAPH = '沈予安校长说，要布署落实《江州教育条列》，坚持社会主义核心价值观，投入120万元，办好各类学校的教育。'

it.each([
  ['要布署落实', '要部署落实', null],
  ['各类学校的教育', '各级各类学校教育', null],
  ['办好各类学校', '办好各类学校', 'same'],
  ['没有这句', '没有那句', 'not-there'],
  ['', '加一句话', 'not-there'],
  ['办好各类学校的教育', '办好人民满意的各级各类学校的教育事业', 'too-different'],
  ['办好各类学校的教育', '办好学校', 'too-different'],
  ['投入120万元', '投入130万元', 'figures'],
  ['投入120万元', '投入120万块', null],
  ['《江州教育条列》', '《江州教育条例》', 'title'],
  ['落实《江州教育条列》', '落实《江州教育条例》', 'title'],
  ['布署落实《江州教育条列》', '部署落实《江州教育条列》', null],
  ['办好各类学校', '办好<b>各类学校', 'foreign'],
  ['办好各类学校', '办好各类\n学校', 'foreign'],
  ['办好各类学校', '办好各类\u202e学校', 'foreign'],
  ['办好各类学校的教育', '见http我站的教育', 'foreign'],
  ['要布署落实', '要《部署》落实', 'title'],
  ['沈予安校长说', '沈予庵校长说', 'name'],
  ['沈予安校长说', '沈予安校长讲', null],
  ['坚持社会主义核心价值观', '坚持社会主义的核心价值观', 'fixed-wording'],
  ['坚持社会主义核心价值观', '践行社会主义核心价值观', null],
] as const)('%s → %s: %s', (old, next, refused) => {
  const judged = judgeSuggestion(PARAGRAPH, { old, new: next }, ['沈予安'])
  expect(judged.refused).toBe(refused)
  if (refused !== 'not-there') expect(PARAGRAPH.slice(judged.from, judged.to)).toBe(old)
})
