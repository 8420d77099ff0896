import { findAll, HAN } from '../find.js'
import type { Hit, PassageRule } from '../rule.js'

/** Words of two characters that are never said twice in a row. */
const TWO =
  '我们|他们|它们|你们|大家|进一步|发展|建设|教育|工作|提高|推进|推动|加强|加快|完善|实现|坚持|以及|通过|对于|关于|由于|因为|所以|但是|可以|需要|必须|应当|能够|已经|同时|其中|这些|那些|为了|根据|按照|围绕|国家|社会|经济|科技|人才|学生|教师|学校|高校|大学|改革|创新|开放|服务|管理|制度|体系|机制|政策|质量|水平|能力|问题|情况|方面|主要|重要|全面|深入|积极|持续'
const AGAIN = new RegExp(`(${TWO})\\1`, 'g')
const PREPOSITION = new RegExp(`(对于|关于|由于|通过|根据|为了|按照)([${HAN}]{1,4})\\1`, 'gu')

/** The same word twice: 我们我们, and a preposition said again after a slip (对于那些对于). Not: 一个一个, 研究研究. */
export const doubledWords: PassageRule = {
  kind: 'passage',
  id: 'doubled-words',
  family: 'wording',
  severity: 'warn',
  source: '《图书编校质量差错判定和计算方法》：衍文',
  check: ({ masked, role }) => {
    if (role === 'cell' || role === 'line') return []
    const again = findAll(masked, AGAIN, (found) => found[1])
    const long = runsSaidTwice(masked).filter((hit) => !again.some((other) => other.from < hit.to && hit.from < other.to))
    return [...again, ...long, ...findAll(masked, PREPOSITION, () => null)]
  },
  fires: ['⟨我们我们→我们⟩要坚持', '⟨高质量高质量→高质量⟩发展', '关注哪些⟨对于那些对于⟩学校'],
  silent: ['一个一个地解决', '大家研究研究', '越来越好', '哈哈哈哈哈哈', '一步一步一步一步', '通过考试、通过面试'],
}

/** House: a run of three or more characters said twice at once is a slip; longer than ten it is a sentence. */
const SHORTEST = 3
const LONGEST = 10

function runsSaidTwice(text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at + 2 * SHORTEST <= text.length; at += 1) {
    const length = lengthOfTwice(text, at)
    if (length === 0) continue
    const word = text.slice(at, at + length)
    if (/^\p{Script=Han}+$/u.test(word) && !/^一|(.)\1/.test(word)) hits.push({ from: at, to: at + 2 * length, suggestion: word })
    at += 2 * length - 1
  }
  return hits
}

function lengthOfTwice(text: string, at: number): number {
  for (let length = SHORTEST; length <= LONGEST && at + 2 * length <= text.length; length += 1) {
    if (text.charCodeAt(at) === text.charCodeAt(at + length) && text.startsWith(text.slice(at, at + length), at + length)) return length
  }
  return 0
}
