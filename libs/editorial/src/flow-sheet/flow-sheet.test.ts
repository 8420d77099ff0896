import { describe, expect, it } from 'vitest'
import { blockText } from '../block-text.js'
import { articlesInOrder } from '../issue.js'
import type { FlowSheet } from '../wire/flow-sheet.js'
import { chinaTime } from './china-time.js'
import { flowLines } from './flow-lines.js'
import type { LogLine } from './log-line.js'
import { flowSheetIssue } from './sheet-issue.js'
import { standingByLog } from './standing.js'

const HASH = 'a'.repeat(64)

/** `审甲 approve issue` with what the audit keeps of it. */
function line(told: string, detail: Record<string, unknown> = {}): LogLine {
  const [person = '', ...act] = told.split(' ')
  return { sequence: 1, at: '2024-10-08T01:05:00.000Z', person: person === '-' ? null : person, act: act.join(' '), detail }
}

const submit = line('编甲 submit issue', { round: 1, contentHash: HASH })
const approve = (person: string, stage: string, more: object = {}) =>
  line(`${person} approve issue`, { round: 1, stage, contentHash: HASH, ...more })

describe('the approvals a log leaves standing', () => {
  const standing = (...log: LogLine[]): string =>
    standingByLog(log)
      .map((one) => `${one.stage}${one.person}`)
      .join(' ')
  it.each<[string, LogLine[], string]>([
    ['none before a submission', [], ''],
    ['those given since', [submit, approve('审甲', '初审'), approve('审乙', '复审')], '初审审甲 复审审乙'],
    ['without the one withdrawn', [submit, approve('审甲', '初审'), line('审甲 withdraw issue')], ''],
    ['none after a return', [submit, approve('审甲', '初审'), line('审乙 return issue')], ''],
    ['none after a change that voids', [submit, approve('审甲', '初审'), line('编甲 edit issue', { voided: 1 })], ''],
    ['all after a render', [submit, approve('审甲', '初审'), line('编甲 render issue')], '初审审甲'],
  ])('%s', (_, log, expected) => expect(standing(...log)).toBe(expected))
})

describe('what a line says', () => {
  const said = (one: LogLine): string | undefined => {
    const [told] = flowLines([one])
    return told === undefined ? undefined : [told.person, told.act, told.note].filter((part) => part !== '').join(' ')
  }
  it.each<[LogLine, string | undefined]>([
    [approve('审甲', '初审', { excepted: true }), '审甲 通过 按审校例外办理'],
    [line('审乙 return issue', { reason: '标题不全' }), '审乙 退回 标题不全'],
    [line('审乙 delegate review', { name: '审丙', reason: '出差' }), '审乙 转办 转审丙；出差'],
    [line('编甲 set review deadline', { due: null }), '编甲 设定期限 取消期限'],
    [line('编甲 edit issue'), undefined],
    [line('编甲 edit issue', { voided: 2, changes: [{ code: 'change/order', params: {} }] }), '编甲 内容改动 原有审批失效；稿件顺序有调整'],
    [line('审甲 suggest words', { quote: '布署', text: '', suggestion: '部署' }), '审甲 修改建议 “布署”改为“部署”'],
    [line('编甲 let finding stand', { rule: 'typos', text: '甲乙', reason: '原文如此' }), '编甲 保留原文 “甲乙”；原文如此'],
    [line('- recall issue', { reason: '有误' }), '系统 召回 有误'],
    [line('编甲 tick review point'), undefined],
  ])('%#', (one, expected) => expect(said(one)).toBe(expected))
})

it('times are those of China', () => {
  expect(chinaTime('2024-12-31T16:05:00.000Z')).toBe('2025年1月1日 00:05')
})

it('the printed sheet holds every line of the data', () => {
  const sheet: FlowSheet = {
    subject: '江州简讯2024年第1期',
    publication: '江州简讯',
    kind: 'issue',
    issue: null,
    article: null,
    state: '审校中',
    contentHash: HASH,
    stages: [{ name: '初审', person: '审甲', at: '2024-10-08T01:05:00.000Z', excepted: false }],
    exception: null,
    leave: [],
    lines: flowLines([submit, approve('审甲', '初审')]),
    comments: { made: 2, settled: 1 },
  }
  const [first] = articlesInOrder(flowSheetIssue(sheet))
  const text = first?.article.blocks.map(blockText).join('\n') ?? ''
  for (const part of ['2 条，已处理 1 条', HASH, '审甲', '提交审校', '通过', '2024年10月8日 09:05', '第1轮初审'])
    expect(text).toContain(part)
})
