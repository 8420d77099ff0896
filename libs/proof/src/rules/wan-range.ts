import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Both ends of a range in 万 or 亿 carry it. */
export const wanRange: PassageRule = {
  kind: 'passage',
  id: 'wan-range',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15835-2011 5.1.3',
  check: ({ masked }) =>
    findAll(
      masked,
      /(?<![\d.—～-])(\d+(?:\.\d+)?)([—～~-])(\d+(?:\.\d+)?)([万亿])/g,
      (found) => `${found[1]}${found[4]}${found[2]}${found[3]}${found[4]}`,
    ),
  fires: ['资助⟨3—5万→3万—5万⟩元'],
  silent: ['资助3万—5万元'],
}
