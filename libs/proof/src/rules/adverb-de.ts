import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const ADVERBS =
  '积极|认真|深入|扎实|切实|稳步|有效|有力|主动|自觉|坚决|充分|及时|准确|严格|全面|系统|深刻|持续|不断|努力|大力|科学|合理|更好|更加有效|潜移默化|创造性|有计划|有步骤|有针对性'
const VERBS =
  '推进|推动|开展|落实|贯彻|学习|完成|实施|做好|抓好|解决|参与|融入|把握|理解|领会|发挥|提升|提高|促进|支持|服务|引导|执行|履行|回应|运用|利用|反映|指出|处理|应对|防范|化解'

const ADVERB_DE = new RegExp(`(?<=${ADVERBS})的(?=(?:${VERBS})[了着]?(?!的|是|，|。|、|和|与))`, 'g')

/** 积极的推进 → 积极地推进: before a transitive verb stands 地. Not: 全面的发展, where the verb is a noun. */
export const adverbDe: PassageRule = {
  kind: 'passage',
  id: 'adverb-de',
  family: 'wording',
  severity: 'info',
  source: '《现代汉语八百词》：状语后用“地”',
  check: ({ masked }) => findAll(masked, ADVERB_DE, () => '地'),
  fires: ['要积极⟨的→地⟩推进改革', '认真⟨的→地⟩贯彻会议精神'],
  silent: ['全面的发展', '积极地推进改革', '取得扎实的落实。', '有效的制度体系'],
}
