import { type ArticleContent, EMPTY_ARTICLE } from '#lib/editorial'

/** An article in miniature: a title, a source and some paragraphs. */
export const article = (
  title: string,
  body = '会议强调，要把握新形势，推动高等教育内涵式发展。',
  more: Partial<ArticleContent> = {},
): ArticleContent => ({
  ...EMPTY_ARTICLE,
  title,
  source: '江州教育',
  sourceDate: '2024-09-21',
  blocks: body.split('\n').map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
  ...more,
})
