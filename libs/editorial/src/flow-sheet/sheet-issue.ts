import type { IssueContent } from '../issue.js'
import { type ArticleContent, type Block, type Cell, EMPTY_ARTICLE, type Table } from '../manuscript.js'
import type { FlowSheet } from '../wire/flow-sheet.js'
import { chinaTime } from './china-time.js'

/** A hash is told by its first signs in the table; whole it stands once, under the title. */
const SHORT_HASH = 12

/** The 审校流程单 as the typesetter receives it: one article whose tables say what the data say, line for line. */
export function flowSheetIssue(sheet: FlowSheet): IssueContent {
  const nothing = { year: null, number: null, totalNumber: null, date: null, titleLines: [], editors: [], contact: null }
  return { ...nothing, publication: sheet.publication, publisher: null, columns: [{ name: null, articles: [flowSheetArticle(sheet)] }] }
}

function flowSheetArticle(sheet: FlowSheet): ArticleContent {
  return { ...EMPTY_ARTICLE, title: '审校流程单', subtitle: sheet.subject, blocks: blocksOf(sheet) }
}

function blocksOf(sheet: FlowSheet): Block[] {
  return [
    table(['项目', '内容'], factRows(sheet)),
    heading('一、审校结论'),
    table(['环节', '审校人', '时间', '备注'], stageRows(sheet)),
    ...(sheet.leave.length === 0 ? [] : [heading('二、放行事项'), table(['稿件', '事项', '经办人', '时间', '理由'], leaveRows(sheet))]),
    heading(sheet.leave.length === 0 ? '二、办理过程' : '三、办理过程'),
    table(['序号', '时间', '轮次环节', '经办人', '事项', '说明'], lineRows(sheet)),
    paragraph('本单由系统依据审计记录逐条生成，序号即审计记录的编号，记录按哈希链保存，不能改动。'),
  ]
}

const factRows = (sheet: FlowSheet): string[][] => [
  ['刊物', sheet.publication],
  [sheet.kind === 'issue' ? '期次' : '稿件', sheet.subject],
  ['状态', sheet.state],
  ['批注', `${sheet.comments.made} 条，已处理 ${sheet.comments.settled} 条`],
  ...(sheet.exception === null
    ? []
    : [['审校例外', `${sheet.exception.person}，${chinaTime(sheet.exception.at)}：${sheet.exception.reason}`]]),
  ['内容哈希', sheet.contentHash ?? '（草稿，内容未固定）'],
]

const stageRows = ({ stages }: FlowSheet): string[][] =>
  stages.map(({ name, person, at, excepted }) => [
    name,
    person ?? '（未通过）',
    at === null ? '' : chinaTime(at),
    excepted ? '按审校例外办理' : '',
  ])

const leaveRows = ({ leave }: FlowSheet): string[][] =>
  leave.map((one) => [one.article, one.what, one.person, chinaTime(one.at), one.reason])

const lineRows = ({ lines }: FlowSheet): string[][] =>
  lines.map((line) => [
    String(line.sequence),
    chinaTime(line.at),
    [line.round === null ? '' : `第${line.round}轮`, line.stage ?? ''].join(''),
    line.person,
    line.act,
    [line.note, line.contentHash === null ? '' : `内容 ${line.contentHash.slice(0, SHORT_HASH)}`].filter((part) => part !== '').join('；'),
  ])

const cell = (text: string): Cell => ({ runs: [{ text }] })

const table = (head: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  caption: null,
  headerRows: 1,
  rows: [head, ...rows].map((row) => row.map(cell)),
  note: null,
})

const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: [{ text }] })
const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
