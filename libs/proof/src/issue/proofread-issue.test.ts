import { expect, it } from 'vitest'
import type { ArticleContent } from '#lib/editorial'
import { articleOf } from '../example-language.js'
import { proofreadIssue } from './proofread-issue.js'

const article = (title: string, body: readonly string[], source = '江州日报'): ArticleContent =>
  articleOf({ head: { title, source }, body }).content
const found = (...articles: ArticleContent[]): string[] =>
  proofreadIssue(articles).map((one) => `${one.article} ${one.rule} ${one.others.join(',')} ${one.text}`)

const TEXT =
  '近年来，学校坚持以读者需求为中心推进图书馆空间改造，新增研修座位三百余个，全年接待读者突破一百万人次，读者满意度持续提升，服务能力明显增强。'

it('one text twice, the second time retouched', () => {
  expect(
    found(
      article('改造图书馆', [TEXT]),
      article('别的', ['各单位要落实。']),
      article('图书馆改造见成效', [TEXT.replace('三百余个', '三百多个').replace('持续', '稳步')]),
    ),
  ).toEqual(['2 repeated-article 0 图书馆改造见成效'])
})

it('one press conference told three times', () => {
  const day = '5月8日，江州省教育厅举行“书香校园”系列新闻发布会，介绍有关情况。'
  expect(
    found(
      article('甲', [day, TEXT]),
      article('乙', [
        day.replace('江州省教育厅', '省教育厅').replace('介绍', '通报'),
        '各单位要提高认识，压实责任，完善制度，强化检查，确保各项任务落到实处、取得实效。',
      ]),
      article('丙', ['9月27日，学校召开工作会议。']),
    ),
  ).toEqual(['1 same-event 0 “书香校园”系列新闻发布会'])
})

it('one source under two names', () => {
  expect(
    found(article('甲', ['一。'], '江州省教育厅'), article('乙', ['二。'], '江州省教育厅网站'), article('丙', ['三。'], '江州日报')),
  ).toEqual(['1 source-spelling 0 江州省教育厅网站'])
})

it('a paper with its number outside the column for papers', () => {
  const paper = { ...article('关于加强管理的通知', ['一。']), documentNumber: '江教发〔2025〕3号' }
  const columns = (...names: (string | null)[]) =>
    proofreadIssue([article('甲', ['二。']), paper], names).map(({ rule, article: at }) => `${at} ${rule}`)
  expect(columns('政策文件', '院校资讯')).toEqual(['1 unusual-column'])
  expect(columns('院校资讯', '政策文件')).toEqual([])
  expect(columns('院校资讯', '理论看点')).toEqual([])
  expect(columns()).toEqual([])
})
