import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const BLANK = new RegExp(`(?<=[${HAN}，。；：、）”])[ \\u00a0]+(?=[A-Za-z\\d])|(?<=[A-Za-z\\d%])[ \\u00a0]+(?=[${HAN}，。；：、（“])`, 'gu')

/** No blank between Chinese and figures or Latin words; the typesetter makes the gap. Not: numbers that open a line, 图 1. */
export const spaceByFigure: PassageRule = {
  kind: 'passage',
  id: 'space-by-figure',
  family: 'numbers',
  severity: 'info',
  source: 'House：公文习惯不在汉字与数字间空格，间距由排版生成',
  batch: true,
  check: ({ masked, role }) =>
    role === 'body' || role === 'item' || role === 'heading'
      ? findAll(masked, BLANK, (found) =>
          /^(?:\d{1,3}|(?:图|表|附件)(?: ?\d{1,2})?)$/.test(masked.slice(0, found.index)) ? undefined : '',
        )
      : [],
  fires: ['共有⟨ →⟩117⟨ →⟩个项目'],
  silent: ['共有117个项目', '图 1 阅读量', '1 云岭大学', 'Nature Index'],
}
