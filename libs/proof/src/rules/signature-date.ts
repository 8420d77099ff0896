import type { ArticleRule } from '../rule.js'

/** A signature says when. */
export const signatureDate: ArticleRule = {
  kind: 'article',
  id: 'signature-date',
  family: 'structure',
  severity: 'warn',
  source: 'GB/T 9704-2012 7.3.5.4：成文日期',
  check: ({ blocks }) =>
    blocks.flatMap((block, index) =>
      block.kind === 'signature' && block.date === null ? [{ block: index, from: 0, to: block.organs.join('\n').length }] : [],
    ),
  fires: [{ body: ['特此通知。', '落款：江州省教育厅'] }],
  silent: [{ body: ['特此通知。', '落款：江州省教育厅|2025年3月1日'] }],
}
