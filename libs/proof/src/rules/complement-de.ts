import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Verbs of one or two characters behind which 得 leads to how well; nouns made of them never end a clause this way. */
const VERBS = '做|走|跑|说|讲|写|学|干|办|抓|管|用|过|来|搞|变|长|办理|落实|完成|发展|推进|开展|表现|把握|解决|掌握'
const HOW = '好|快|慢|多|少|远|大|高|深|实|细|严|稳|准|紧|牢|扎实|顺利|出色|迅速|到位|很好|明显|及时|认真|清楚|透彻'
const PLACE = new RegExp(`(?<=${VERBS})的(?=(?:很|非常|十分|更加|更|比较|特别|相当|不够)(?:${HOW})[，。；！])`, 'g')

/** 做的很好 for 做得很好. Only where the clause ends behind it: 带来的很大变化 is right. */
export const complementDe: PassageRule = {
  kind: 'passage',
  id: 'complement-de',
  family: 'wording',
  severity: 'info',
  source: '《现代汉语词典》“得”：用在动词后连接补语',
  check: ({ masked }) => findAll(masked, PLACE, () => '得'),
  fires: ['工作做⟨的→得⟩很好。', '任务完成⟨的→得⟩十分顺利，'],
  silent: ['带来的深远影响。', '做得很好。', '取得的成绩很大。', '完成的很多任务。', '落实的很好的单位'],
}
