import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE, type Roster } from '#lib/editorial'
import { insert, paragraphsOf, type Seeded, seed } from '../testing/seeded.js'
import { KNOWN_ALTERED } from './data/fixed-wording.js'
import { TYPOS } from './data/typos.js'
import { articleOf } from './example-language.js'
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
    (text) => insert(text, 0, '包括课程、教材、教师、教材、教法。'),
    (text) => insert(text, 1, '各项任务完成的很好。'),
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
    (text) => insert(text, 0, '线路全长12KM。'),
    (text) => insert(text, 1, '建筑面积3万平方，'),
    (text) => insert(text, 0, '要抓好三个方面工作：一是加强领导；二是压实责任。'),
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

/** Errors that only a whole article shows: its paragraphs, and what is wrong with it. The rules named are those that must speak. */
type Flaw = (
  paragraphs: readonly string[],
  index: number,
) => { head?: Partial<ArticleContent>; body: readonly string[]; rules: readonly string[] }

const numbered = (numbers: readonly string[], paragraphs: readonly string[]): string[] =>
  numbers.flatMap((number, index) => [`${number}提高认识抓好落实`, paragraphs[index % paragraphs.length] ?? ''])

const swap = (list: readonly string[], index: number, by: string): string[] => list.map((one, at) => (at === index ? by : one))

const WHOLE: Readonly<Record<string, readonly Flaw[]>> = {
  structure: [
    (paragraphs) => ({ body: numbered(['一、', '二、', '四、'], paragraphs), rules: ['heading-sequence'] }),
    (paragraphs) => ({ body: numbered(['一、', '（一）', '（三）'], paragraphs), rules: ['heading-sequence'] }),
    (paragraphs) => ({ body: numbered(['1.', '3.'], paragraphs), rules: ['heading-sequence'] }),
    (paragraphs) => ({ body: [...paragraphs, paragraphs[0] ?? ''], rules: ['repeated-paragraph'] }),
    (paragraphs) => ({ body: [...paragraphs, '落款：江州省教育厅'], rules: ['signature-date'] }),
    (paragraphs, index) => ({
      body: [...paragraphs, `表：地区|学校；江州|${index + 10}；沧江|8；合计|${index + 19}`],
      rules: ['table-sum'],
    }),
    (paragraphs) => ({
      head: { title: '江州省教育厅 江州省财政厅关于加强经费管理的通知' },
      body: [...paragraphs, '落款：江州省教育厅|2025年3月1日'],
      rules: ['signature-organs'],
    }),
    (paragraphs) => ({ body: swap(paragraphs, 1, `一是加强领导；二是健全机制；四是${paragraphs[1]}`), rules: ['inline-ordinals'] }),
    (paragraphs, index) => ({ body: [...paragraphs, `图${(index % 9) + 1} 各市投入情况`], rules: ['caption-without-figure'] }),
    (paragraphs) => ({ body: ['（一）、总体要求', ...paragraphs], rules: ['level-marks'] }),
    (paragraphs) => ({ body: swap(paragraphs, 0, (paragraphs[0] ?? '').slice(0, -1)), rules: ['missing-stop'] }),
  ],
  head: [
    (body) => ({ head: { source: null }, body, rules: ['missing-source'] }),
    (body) => ({ head: { sourceDate: null }, body, rules: ['missing-date'] }),
    (body) => ({ head: { sourceDate: '2023-03-01' }, body, rules: ['old-item'] }),
    (body) => ({ head: { sourceDate: '2026-01-09' }, body, rules: ['date-order'] }),
    (body) => ({ head: { sourceDate: null }, body: swap(body, 0, `本报江州3月5日电 ${body[0]}`), rules: ['dateline-year'] }),
    (body) => ({ head: { sourceDate: null }, body: swap(body, 0, `近日，${body[0]}`), rules: ['relative-date'] }),
    (body) => ({ head: { source: '《江州日报》' }, body, rules: ['source-brackets'] }),
  ],
  roster: [
    (body) => ({ body: swap(body, 0, `${body[0]}材料报送银保监会备案。`), rules: ['roster-bodies'] }),
    (body) => ({ body: swap(body, 1, `云岭大学校长沈予安指出，${body[1]}`), rules: ['roster-people'] }),
    (body) => ({ body: swap(body, 0, `云岭大学校长顾望书表示，${body[0]}`), rules: ['roster-people'] }),
    (body) => ({ body: swap(body, 0, `2024年9月19日，全国教育大会在北京召开。${body[0]}`), rules: ['roster-meetings'] }),
    (body) => ({ body: swap(body, 1, `${body[1]}要落实立德树人根本任物。`), rules: ['roster-phrases'] }),
    (body) => ({ body: swap(body, 1, `${body[1]}落实立德育人根本任务。`), rules: ['roster-phrases'] }),
    (body) => ({
      body: swap(body, 0, `依据《江州省高等教育课程建设三年行动方案》（江教高〔2025〕30号），${body[0]}`),
      rules: ['roster-documents'],
    }),
    (body) => ({ head: { source: '教育部官网' }, body, rules: ['roster-sources'] }),
  ],
}

const ROSTER: Roster = [
  { kind: 'body', name: '国家金融监督管理总局', formerly: '银保监会', from: '2023-05-18', note: '' },
  { kind: 'person', name: '沈予安', office: '云岭大学校长', from: '2021-03', to: '2024-06', note: '' },
  { kind: 'person', name: '顾望舒', office: '云岭大学校长', from: '2024-07', to: null, note: '' },
  { kind: 'meeting', name: '全国教育大会', others: [], from: '2024-09-09', to: '2024-09-10', note: '' },
  { kind: 'phrase', name: '立德树人根本任务', wrong: ['立德育人根本任务'], note: '' },
  { kind: 'document', name: '江州省高等教育课程建设三年行动方案', number: '江教高〔2025〕3号', date: null, note: '' },
  { kind: 'source', name: '教育部网站', others: ['教育部官网'], note: '' },
]

const CONTEXT = { issueDate: '2025-03-31', roster: ROSTER }

/** Flaws one after another, each in an article of three other paragraphs, and which were missed. */
function wholeFlaws(flaws: readonly Flaw[]): { made: number; missed: string[] } {
  const rounds = Array.from({ length: Math.ceil(24 / flaws.length) * flaws.length }, (_, index) => index)
  const missed = rounds.flatMap((index) => {
    const body = [0, 1, 2].map((at) => PARAGRAPHS[(index * 3 + at) % PARAGRAPHS.length] ?? '')
    const flaw = flaws[index % flaws.length]?.(body, index)
    if (flaw === undefined) return []
    const head = { title: '关于抓好落实的通知', source: '江州日报', sourceDate: '2025-03-01', ...flaw.head }
    const { content } = articleOf({ head, body: flaw.body })
    const spoke = proofread(content, CONTEXT).some(({ rule }) => flaw.rules.includes(rule))
    return spoke ? [] : [flaw.rules.join('/')]
  })
  return { made: rounds.length, missed }
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

  const whole = Object.entries(WHOLE).map(([family, flaws]) => ({ family, ...wholeFlaws(flaws) }))
  const all = [...rates, ...whole]

  it.each(all)('of $family: at least twenty, nine in ten found', ({ made, missed }) => {
    expect(made).toBeGreaterThanOrEqual(20)
    expect(missed.slice(0, Math.ceil(made / 10) + 1).length, missed.join(' | ')).toBeLessThanOrEqual(Math.floor(made / 10))
  })

  it('together: nineteen in twenty found', () => {
    const made = all.reduce((sum, rate) => sum + rate.made, 0)
    const missed = all.flatMap((rate) => rate.missed)
    console.log(all.map((rate) => `${rate.family} ${rate.made - rate.missed.length} of ${rate.made}`).join(', '))
    expect(missed.length, missed.join(' | ')).toBeLessThanOrEqual(made / 20)
  })
})

/** Single paragraphs have no sequence of numbers; that rule has the bulletins. */
it('sound text raises no more than one alarm in ten thousand characters', () => {
  const alarms = PARAGRAPHS.flatMap((text) => findings(text)).filter((one) => one.severity !== 'info' && one.rule !== 'heading-sequence')
  const characters = PARAGRAPHS.reduce((sum, text) => sum + text.length, 0)
  expect(alarms.length, alarms.map((one) => `${one.rule} ${one.text}`).join(' | ')).toBeLessThanOrEqual(characters / 10_000)
})
