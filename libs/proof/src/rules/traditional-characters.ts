import { holdsStrangers, simplify } from '../data/simplify.js'
import type { Hit, PassageRule } from '../rule.js'

/** Names and words that keep a character whose simplified form also stands in the map. */
const KEPT = new Set('昇喆堃甦燊犇淼垚奭迺祇祂妳')

/** A traditional character in simplified text. */
export const traditionalCharacters: PassageRule = {
  kind: 'passage',
  id: 'traditional-characters',
  family: 'characters',
  severity: 'warn',
  source: '《通用规范汉字表》（2013）',
  batch: true,
  check: ({ text }) => {
    const hits: Hit[] = []
    if (!holdsStrangers(text)) return hits
    for (const found of text.matchAll(/\p{Script=Han}/gu)) {
      const simple = KEPT.has(found[0]) ? null : simplify(found[0])
      if (simple !== null) hits.push({ from: found.index, to: found.index + found[0].length, suggestion: simple })
    }
    return hits
  },
  fires: ['中小⟨學→学⟩生', '⟨國→国⟩家'],
  silent: ['中小学生', '乾坤', '瞭望', '名著', '徵', '王喆'],
}
