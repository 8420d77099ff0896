import { type ArticleContent, blockText } from '#lib/editorial'
import { MEETINGS, type Meeting } from '../data/party-meetings.js'
import type { ArticleHit, ArticleRule } from '../rule.js'

/** House: a bulletin reprints what is not older than a year; papers that need longer are rare and looked at. */
const OLD_AFTER_MONTHS = 12

/** An item much older than its issue: by its date, else by the meetings its guiding formula calls the latest. */
export const oldItem: ArticleRule = {
  kind: 'article',
  id: 'old-item',
  family: 'head',
  severity: 'warn',
  source: 'House：超过12个月的旧稿应说明理由',
  check: (content, { issueDate }) => {
    if (issueDate == null) return []
    const said = content.sourceDate ?? content.documentDate
    if (said !== null) return monthsBetween(said, issueDate) > OLD_AFTER_MONTHS ? [headHit(content, said)] : []
    return datedByFormula(content, issueDate)
  },
  fires: [
    { head: { sourceDate: '2020-10-13' }, context: { issueDate: '2024-10-31' } },
    { body: ['全面贯彻⟨党的十九大和十九届二中、三中、四中⟩全会精神，推进改革。'], context: { issueDate: '2024-10-31' } },
    { body: ['全面贯彻⟨党的十九大⟩精神，推进改革。'], context: { issueDate: '2024' } },
  ],
  silent: [
    { head: { sourceDate: '2024-08-01' }, context: { issueDate: '2024-10-31' } },
    { body: ['全面贯彻党的二十大和二十届二中、三中全会精神，推进改革。'], context: { issueDate: '2024-10-31' } },
    { body: ['党的十八大以来，教育事业取得历史性成就。'], context: { issueDate: '2024-10-31' } },
    { body: ['全面贯彻党的十九大精神。', '深入学习党的二十大精神。'], context: { issueDate: '2024-10-31' } },
    { body: ['全面贯彻党的十九大精神，推进改革。'] },
  ],
}

const headHit = (content: ArticleContent, said: string): ArticleHit => ({
  block: null,
  field: content.sourceDate === null ? 'documentDate' : 'sourceDate',
  from: 0,
  to: said.length,
  params: { date: said },
})

/** Whole months from one ISO date to another, each as early as its precision allows. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

const FORMULA =
  /(?:贯彻落实|学习贯彻|贯彻|落实|学习)(党的[十二]+[一二三四五六七八九]?大(?:[和及]?[十二]+[一二三四五六七八九]?届[^。；]{0,24}?)?)(?=全会精神|精神)/

/** The formula 贯彻党的……大和……届……中全会精神 names the latest meeting; the next congress had been held long before the issue. */
function datedByFormula(content: ArticleContent, issueDate: string): ArticleHit[] {
  const texts = content.blocks.map((block) => blockText(block))
  const index = texts.findIndex((text) => FORMULA.test(text))
  const found = FORMULA.exec(texts[index] ?? '')
  if (found?.[1] === undefined) return []
  const latest = latestMeeting(texts.join('\n'))
  const next = MEETINGS.find((meeting) => meeting.isCongress && meeting.ended > (latest?.ended ?? '9999'))
  if (next === undefined || monthsBetween(next.ended, issueDate) <= OLD_AFTER_MONTHS) return []
  const from = found.index + found[0].indexOf(found[1])
  return [{ block: index, from, to: from + found[1].length, params: { date: next.ended } }]
}

const latestMeeting = (text: string): Meeting | undefined => MEETINGS.findLast((meeting) => text.search(meeting.pattern) >= 0)
