import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { insert, paragraphsOf, type Seeded, seed } from '../testing/seeded.js'
import { KNOWN_ALTERED } from './data/fixed-wording.js'
import { TYPOS } from './data/typos.js'
import { EMPTY_ARTICLE } from './example-language.js'
import type { Finding } from './finding.js'
import { proofread } from './proofread.js'

/** Sound paragraphs from the sample issues of every style: none was looked at when the rules were written. */
function soundParagraphs(): string[] {
  const templates = new URL('../../../templates/', import.meta.url)
  const files = readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((file) => /sample[/\\].*\.md$/.test(file))
    .sort()
  return files.flatMap((file) => paragraphsOf(readFileSync(new URL(file.replaceAll('\\', '/'), templates), 'utf8')))
}

const PARAGRAPHS = soundParagraphs()
/** House: twenty seeds a family, or as many as the texts allow up to this. */
const MOST = 40

type Seeder = (text: string, index: number) => Seeded | null

const TYPO_WORDS = TYPOS.filter((typo) => typo.unless === undefined)

/** Each family: kinds of errors as hands and machines make them. */
const FAMILIES: Readonly<Record<string, readonly Seeder[]>> = {
  marks: [
    (text) => seed(text, /(?<=\p{Script=Han})，(?=\p{Script=Han})/u, ','),
    (text) => seed(text, /，/, '，，'),
    (text) => seed(text, /。$/, '。。'),
    (text) => seed(text, /、/, '、，'),
    (text) => seed(text, /”/, ''),
    (text) => seed(text, /“[^“”]{2,20}”/, (found) => `"${found.slice(1, -1)}"`),
    (text) => seed(text, /（/, '('),
    (text) => seed(text, /。(?=\p{Script=Han})/u, '.'),
    (text) => seed(text, /《/, '《《'),
    (text) => seed(text, /；/, '；。'),
  ],
  wording: [
    (text) => seed(text, /的(?=\p{Script=Han})/u, '的的'),
    (text) => seed(text, /(\p{Script=Han})(?=。)/u, (found) => found + found),
    (text, index) => insert(text, index % 2, `各单位要${TYPO_WORDS[(index * 7) % TYPO_WORDS.length]?.wrong}，抓好落实。`),
    (text) => seed(text, /发展|建设|教育|工作/, (found) => found + found),
    (text) => seed(text, /(?<=\p{Script=Han})和(?=\p{Script=Han})/u, ' and '),
    (text, index) => insert(text, 0, `要紧密团结在${KNOWN_ALTERED[index % 3]?.[0]}周围。`),
    (text) => insert(text, 0, '坚持习近平新时代中国特色社会主意思想。'),
    (text) => insert(text, 1, '推动构建人类命运同体。'),
  ],
  numbers: [
    (text, index) => insert(text, 0, `依据江教发[2025]${index + 1}号文件。`),
    (text, index) => insert(text, 0, `会议定于${(index % 12) + 1}月32日召开。`),
    (text) => insert(text, 1, '活动于2025年3月1日（星期三）举行。'),
    (text) => seed(text, /20\d{2}(?=年)/, (found) => found.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
    (text) => insert(text, 0, '增长率为5—10%。'),
    (text) => insert(text, 0, '参加人数约300人左右。'),
    (text) => insert(text, 0, '二零二四年以来，'),
    (text) => seed(text, /(?<=\d)%/, '％'),
  ],
  characters: [
    (text) => seed(text, /学/, '學'),
    (text) => seed(text, /国/, '國'),
    (text) => seed(text, /发/, '發'),
    (text) => seed(text, /人/, '⼈'),
    (text) => seed(text, /教育/, '教\ue123育'),
    (text) => seed(text, /，/, '\u200b，'),
    (text) => seed(text, /改/, '\ufffd'),
    (text) => seed(text, /的/, '锟斤拷'),
  ],
  safety: [
    (text) => insert(text, 0, '测试账号：admin01，密码：Pass@1234。'),
    (text) => insert(text, 1, '初始密码为888888，首次登录后请修改。'),
    (text) => insert(text, 0, '联系人手机13812345678。'),
    (text) => insert(text, 0, '身份证号11010519491231002X。'),
    (text) => insert(text, 1, '本件机密★一年。'),
  ],
  debris: [
    (text) => insert(text, 99, '（完）'),
    (text) => insert(text, 0, '（下转第4版）'),
    (text) => insert(text, 99, '（回信全文另发）'),
  ],
}

/** Whether a finding touches the seeded place. */
const touches =
  (seeded: Seeded) =>
  (one: Finding): boolean =>
    one.block === 0 && one.from <= seeded.to && one.to >= seeded.from

const findings = (text: string): Finding[] =>
  proofread({
    ...EMPTY_ARTICLE,
    title: '题目',
    source: '江州日报',
    sourceDate: '2025-03-01',
    blocks: [{ kind: 'paragraph', runs: [{ text }] }],
  })

/** Every seeder on one paragraph after another, as long as it fits. */
function seeds(seeders: readonly Seeder[]): Seeded[] {
  const made: Seeded[] = []
  for (let index = 0; made.length < MOST && index < PARAGRAPHS.length * seeders.length; index += 1) {
    const seeded = seeders[index % seeders.length]?.(PARAGRAPHS[(index * 3) % PARAGRAPHS.length] ?? '', index) ?? null
    if (seeded !== null) made.push(seeded)
  }
  return made
}

describe('errors seeded into sound text', () => {
  const rates = Object.entries(FAMILIES).map(([family, seeders]) => {
    const made = seeds(seeders)
    const missed = made.filter((seeded) => !findings(seeded.text).some(touches(seeded)))
    return { family, made: made.length, missed: missed.map((seeded) => seeded.text.slice(Math.max(0, seeded.from - 6), seeded.to + 6)) }
  })

  it.each(rates)('of $family: at least twenty, nine in ten found', ({ made, missed }) => {
    expect(made).toBeGreaterThanOrEqual(20)
    expect(missed.slice(0, Math.ceil(made / 10) + 1).length, missed.join(' | ')).toBeLessThanOrEqual(Math.floor(made / 10))
  })

  it('together: nineteen in twenty found', () => {
    const made = rates.reduce((sum, rate) => sum + rate.made, 0)
    const missed = rates.flatMap((rate) => rate.missed)
    expect(missed.length, missed.join(' | ')).toBeLessThanOrEqual(made / 20)
  })
})

/** Single paragraphs have no sequence of numbers; that rule has the bulletins. */
it('sound text raises no more than one alarm in ten thousand characters', () => {
  const alarms = PARAGRAPHS.flatMap((text) => findings(text)).filter((one) => one.severity !== 'info' && one.rule !== 'heading-sequence')
  const characters = PARAGRAPHS.reduce((sum, text) => sum + text.length, 0)
  expect(alarms.length, alarms.map((one) => `${one.rule} ${one.text}`).join(' | ')).toBeLessThanOrEqual(characters / 10_000)
})
