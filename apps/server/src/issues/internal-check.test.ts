import { expect, it } from 'vitest'
import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'
import { internalFindings } from './internal-check.js'

const article = (text: string): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title: '题',
  blocks: [{ kind: 'paragraph', runs: [{ text }] }],
})

const rules = (permit: string | null, printed: string[], text = '正文。') =>
  internalFindings({ permit, printed }, [article(text)]).map((one) => one.rule)

it.each([
  ['江准字第0001号', ['江准字第0001号', '内部资料，免费交流'], '正文。', []],
  ['江准字第0001号', ['内部资料　免费交流'], '正文。', ['internal-permit-unprinted']],
  [null, [], '正文。', ['internal-permit', 'internal-notice']],
  [
    '江准字第0001号',
    ['江准字第0001号 内部资料，免费交流'],
    '本刊记者报道，来稿寄本刊。',
    ['internal-this-journal', 'internal-this-journal'],
  ],
])('with the permit %s, printing %j, saying %s: %j', (permit, printed, text, expected) =>
  expect(rules(permit, printed, text)).toEqual(expected),
)
