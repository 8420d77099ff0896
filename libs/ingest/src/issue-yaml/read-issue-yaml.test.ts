import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messageText, Refusal } from '#lib/editorial'
import { readIssueYaml } from './read-issue-yaml.js'

const SMALL =
  'publication: 云岭规划参考\nyear: 2025\nnumber: "3"\ndate: 2025-03-31\ncolumns:\n  - name: 【政策文件】\n    articles:\n      - file: a.md\n        source: 江州日报\n      - b.md\n'

/** The sentence an editor would read. */
function refusal(yaml: string): string {
  try {
    readIssueYaml(yaml)
  } catch (error) {
    if (error instanceof Refusal) return messageText(error.code, error.params)
    throw error
  }
  return 'no refusal'
}

describe('issue.yaml', () => {
  it('is read, leaving what is unknown unknown', () => {
    const issue = readIssueYaml(SMALL)
    expect(issue).toMatchObject({ publication: '云岭规划参考', year: 2025, number: 3, totalNumber: null, date: '2025-03-31', editors: [] })
    expect(issue.columns[0]).toMatchObject({
      name: '政策文件',
      articles: [
        { file: 'a.md', source: '江州日报' },
        { file: 'b.md', url: null },
      ],
    })
  })

  it('of the sample names ten articles in three columns', () => {
    const issue = readIssueYaml(
      readFileSync(new URL('../../../../templates/planning-and-decision/sample/issue.yaml', import.meta.url), 'utf8'),
    )
    expect(issue.columns.map((column) => [column.name, column.articles.length])).toEqual([
      ['政策文件', 3],
      ['院校资讯', 4],
      ['理论看点', 3],
    ])
    expect(issue).toMatchObject({ totalNumber: 27, editors: ['闻清和', '柳叙白'], contact: '内线 6021' })
  })

  it.each([
    ['columns: []', 'issue.yaml 没有列出任何栏目（columns）。'],
    [
      'columns:\n  - name: 甲\n    articles:\n      - title: 乙',
      'issue.yaml 中 columns[1].articles[1] 应当在 file 和 url 中写一个，且只写一个。',
    ],
    ['yaer: 2025\ncolumns:\n  - articles: []', 'issue.yaml 中有不认识的字段 yaer。'],
    ['year: 今年\ncolumns:\n  - articles: []', 'issue.yaml 中 year 应当是正整数。'],
    ['date: 三月\ncolumns:\n  - articles: []', 'issue.yaml 中 date 应当是日期，如 2024-10-08。'],
    ['columns:\n  - name: 甲\n    articles: 乙', 'issue.yaml 中 columns[1].articles 应当是列表。'],
    ['a: [b', 'issue.yaml 第 1 行写法有误，无法读取。'],
    ['只是一句话', 'issue.yaml 的内容不是“名称: 值”的形式。'],
  ])('is refused with one sentence that names the place: %s', (yaml, sentence) => {
    expect(refusal(yaml)).toBe(sentence)
  })
})
