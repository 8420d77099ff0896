import { TYPOS } from '../data/typos.js'
import type { Hit, PassageRule } from '../rule.js'

/** Words that are written wrong often enough to be known. Every pair was looked for in sound text before it came in. */
export const typos: PassageRule = {
  kind: 'passage',
  id: 'typos',
  family: 'wording',
  severity: 'warn',
  source: '《现代汉语词典》；GF 1001-2001《第一批异形词整理表》',
  check: ({ masked }) => {
    const hits: Hit[] = []
    for (const { wrong, right, unless } of TYPOS) {
      for (let at = masked.indexOf(wrong); at >= 0; at = masked.indexOf(wrong, at + wrong.length)) {
        const around = masked.slice(Math.max(0, at - 2), at + wrong.length + 2)
        if (unless === undefined || !unless.test(around)) hits.push({ from: at, to: at + wrong.length, suggestion: right })
      }
    }
    const sorted = hits.sort((a, b) => a.from - b.from || b.to - a.to)
    return sorted.filter((hit, index) => !sorted.slice(0, index).some((other) => other.to > hit.from))
  },
  fires: ['全面⟨布署→部署⟩', '⟨按装→安装⟩设备', '⟨交易平合→交易平台⟩作用', '⟨既往开来→继往开来⟩', '⟨截止目前→截至目前⟩'],
  silent: [
    '公布署名文章',
    '按装修方案执行',
    '坚持不懈用习近平新时代中国特色社会主义思想铸魂育人',
    '研究竞争力',
    '高水平合作用于支持',
    '期末来校',
  ],
}
