import { type ArticleContent, blockText } from '#lib/editorial'
import type { ArticleHit, ArticleRule } from '../rule.js'

/** A document named in full: 《关于推动……的意见》. House: shorter names are often abbreviations. */
const NAMED = /《([^《》]{10,60})》/g

/** One document named in two ways, a character apart. */
export const twoSpellings: ArticleRule = {
  kind: 'article',
  id: 'two-spellings',
  family: 'wording',
  severity: 'warn',
  source: 'House：同一文件名称前后应一致',
  check: (content) => differing(content),
  fires: [{ body: ['印发《关于推动高校图书馆开放服务的指导意见》。', '⟨《关于推进高校图书馆开放服务的指导意见》⟩提出。'] }],
  silent: [
    { body: ['印发《关于推动图书馆开放服务的意见》。', '《关于推动图书馆开放服务的意见》提出。'] },
    { body: ['《江州省数字化三年行动计划（2025—2027年）》', '《江州省数字化三年行动计划（2022—2024年）》'] },
  ],
}

function differing(content: ArticleContent): ArticleHit[] {
  const names: string[] = [...content.title.matchAll(NAMED)].map((found) => found[1] ?? '')
  const hits: ArticleHit[] = []
  content.blocks.forEach((block, index) => {
    for (const found of blockText(block).matchAll(NAMED)) {
      const name = found[1] ?? ''
      const other = names.find((one) => one !== name && isOneApart(one, name))
      if (other !== undefined && !names.includes(name))
        hits.push({ block: index, from: found.index, to: found.index + found[0].length, params: { other } })
      names.push(name)
    }
  })
  return hits
}

/** One Han character or two neighbours differ; figures and brackets tell other documents apart. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  const size = Math.max(left.length, right.length)
  return size >= 1 && size <= 2 && /^\p{Script=Han}*$/u.test(left + right) && !/[一二三四五六七八九十]/.test(left + right)
}
