import { expect, it } from 'vitest'
import { EMPTY_ARTICLE, type Manuscript } from '#lib/editorial'
import { withProvisionalTitle } from './provisional-title.js'

const read = (title: string, ...texts: string[]): Manuscript => ({
  content: { ...EMPTY_ARTICLE, title, blocks: texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })) },
  organ: null,
  provenance: [],
  warnings: [],
  pictures: [],
  offered: [],
})

it.each([
  ['a title that was read stays', read('开学通知', '各学院。'), '开学通知'],
  ['the beginning of the text stands in', read('', '', '秋季会议在江州召开，会议总结了工作。'), '秋季会议在江州召开'],
  ['a long one is cut', read('', '甲'.repeat(80)), '甲'.repeat(30)],
  ['without text the name does', read(''), '图片一'],
])('%s', (_, manuscript, title) => expect(withProvisionalTitle(manuscript, '图片一.html').content.title).toBe(title))
