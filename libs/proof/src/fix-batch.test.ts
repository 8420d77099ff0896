import { expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { fixBatch, undoFixes } from './fix-batch.js'
import { proofread } from './proofread.js'

const ARTICLE: ArticleContent = {
  ...EMPTY_ARTICLE,
  title: '加强管理,注意安全',
  source: '江州日报',
  sourceDate: '2025-03-01',
  blocks: [
    { kind: 'paragraph', runs: [{ text: '各校要加强管理,' }, { text: '注意安全。。', bold: true }] },
    { kind: 'paragraph', runs: [{ text: '没有问题的一段。' }] },
    { kind: 'paragraph', runs: [{ text: '文件为江教发[2025]3号。' }] },
  ],
}

const batch = fixBatch(
  ARTICLE,
  proofread(ARTICLE).filter((finding) => finding.batch),
)

it('each fix is shown in its sentence', () => {
  expect(batch.previews.map(({ before, old, new: next, after }) => `${before}[${old}→${next}]${after}`)).toEqual([
    '加强管理[,→，]注意安全',
    '各校要加强管理[,→，]注意安全。。',
    '文件为江教发[[2025]→〔2025〕]3号。',
  ])
})

it('taken back, the article is what it was, looks and all', () => {
  expect(batch.content).not.toEqual(ARTICLE)
  expect(undoFixes(batch.content, batch.undo)).toEqual({ content: ARTICLE, left: [] })
})

it('what was edited since stays', () => {
  const [first, second, third] = batch.content.blocks
  const edited = {
    ...batch.content,
    title: '另一个题目',
    blocks: [second, first, { ...third, runs: [{ text: '改写了。' }] }] as ArticleContent['blocks'],
  }
  const undone = undoFixes(edited, batch.undo)
  expect(undone.left).toEqual([2, 'title'])
  expect(undone.content.blocks[1]).toEqual(ARTICLE.blocks[0])
  expect(undone.content.blocks[2]).toEqual(edited.blocks[2])
})
