import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** A heading ends without a mark. */
export const headingStop: PassageRule = {
  kind: 'passage',
  id: 'heading-stop',
  family: 'structure',
  severity: 'info',
  source: 'GB/T 15834-2011 附录B.1；《标点符号用法》标题末不用点号',
  batch: true,
  check: ({ text, role }) => (role === 'heading' || role === 'title' ? findAll(text, /[，。；、：]$/g, () => '') : []),
  fires: ['heading| 一、总体要求⟨。→⟩', 'title| 深化改革⟨，→⟩'],
  silent: ['heading| 一、总体要求', '一、总体要求。', 'heading| 怎样分类？'],
}
