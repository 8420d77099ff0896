import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const TITLE = /(?<=印发|发布|出台|制定|修订|转发)“[^“”《》]{4,40}(?:通知|意见|办法|方案|规划|规定|条例|纲要|细则|指南)”/g

/** A paper's title in quotation marks; titles stand in 《》. */
export const quotedTitle: PassageRule = {
  kind: 'passage',
  id: 'quoted-title',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 4.15.1：书名号标示文件名',
  check: ({ text }) => findAll(text, TITLE, (found) => `《${found[0].slice(1, -1)}》`),
  fires: ['印发⟨“江州省课程建设行动方案”→《江州省课程建设行动方案》⟩，'],
  silent: ['印发《江州省课程建设行动方案》', '“十四五”规划', '实施“双千计划”方案', '他说“要制定方案”'],
}
