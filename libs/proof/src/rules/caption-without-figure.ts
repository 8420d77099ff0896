import { blockText } from '#lib/editorial'
import type { ArticleRule } from '../rule.js'

/** House: captions are short and have no full stop. */
const LONGEST_CAPTION = 50

/** 图1 …… as a line of its own with no picture beside it: the picture was lost on the way. */
export const captionWithoutFigure: ArticleRule = {
  kind: 'article',
  id: 'caption-without-figure',
  family: 'structure',
  severity: 'warn',
  source: 'House：有图题而无图',
  check: ({ blocks }) =>
    blocks.flatMap((block, index) => {
      if (block.kind !== 'paragraph' && block.kind !== 'heading') return []
      const text = blockText(block)
      const found = /^(图|表)\s*[\d一二三四五六七八九十]+/.exec(text)
      if (found === null || text.length > LONGEST_CAPTION || /[。；，]/.test(text)) return []
      const wanted = found[1] === '图' ? 'figure' : 'table'
      return [blocks[index - 1], blocks[index + 1]].some((one) => one?.kind === wanted) ? [] : [{ block: index, from: 0, to: text.length }]
    }),
  fires: [{ body: ['正文在此。', '⟨图1 学生阅读量⟩', '正文在此。'] }],
  silent: [{ body: ['图1显示，学生阅读量逐年上升。'] }, { body: ['图：图1 学生阅读量'] }, { body: ['图：', '图1 学生阅读量'] }],
}
