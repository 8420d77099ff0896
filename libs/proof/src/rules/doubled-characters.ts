import { REDUPLICATED } from '../data/reduplicated.js'
import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Words of one character that are never said twice. Guards keep 为了了解, 的的确确, 和和气气. */
const FUNCTION_WORD =
  /的的(?!确|士)|(?<!为|除)了了(?![解结却不起然])|(?<![谦温随祥])和和(?![美气睦])|也也|把把(?!关)|被被|很很|就就(?![业近])|最最|这这|那那/gu
const AT_CLAUSE_END = new RegExp(`(${HAN})\\1(?=[，。；：！？、”）》]|$)`, 'gu')

/** A character typed twice: 的的, and any character doubled before a mark that is no reduplication (落实实。). */
export const doubledCharacters: PassageRule = {
  kind: 'passage',
  id: 'doubled-characters',
  family: 'wording',
  severity: 'warn',
  source: '《图书编校质量差错判定和计算方法》：衍字',
  check: ({ masked, role }) => {
    if (role === 'title' || role === 'line') return []
    const words = findAll(masked, FUNCTION_WORD, (found) => found[0][0])
    const ends = findAll(masked, AT_CLAUSE_END, (found) => (isMeant(masked, found.index, found[1] ?? '') ? undefined : found[1]))
    return [...words, ...ends.filter((end) => !words.some((word) => word.from === end.from))]
  },
  fires: ['建设⟨的的→的⟩成果', '抓好贯彻落⟨实实→实⟩。各地', '取得⟨了了→了⟩成绩', '促进学生发⟨展展→展⟩，'],
  silent: [
    '为了了解情况',
    '的的确确如此',
    '人人、事事、时时',
    '教育、科技等等。',
    '任务沉甸甸，',
    '谢谢。',
    '认认真真、踏踏实实',
    '除了了解',
    '一桩桩、一件件，',
    '情意绵绵。',
    '兴致勃勃，',
    '形式多种多样、丰富多彩，',
    '爸爸妈妈、爷爷奶奶。',
  ],
}

/** Reduplications that close a clause: 人人, 沉甸甸, 绵绵, 一件件. */
function isMeant(text: string, at: number, char: string): boolean {
  if (REDUPLICATED.has(char)) return true
  const before = text.slice(Math.max(0, at - 2), at)
  return /[一每]$/.test(before) || /(\p{Script=Han})\1$/u.test(before) || /\d$/.test(before)
}
