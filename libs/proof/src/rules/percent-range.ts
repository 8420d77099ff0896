import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Both ends of a range of percentages carry %. */
export const percentRange: PassageRule = {
  kind: 'passage',
  id: 'percent-range',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15835-2011 5.1.3',
  check: ({ masked }) =>
    findAll(masked, /(?<![\d.—～-])(\d+(?:\.\d+)?)([—～~-])(\d+(?:\.\d+)?%)/g, (found) => `${found[1]}%${found[2]}${found[3]}`),
  fires: ['增长⟨5—10%→5%—10%⟩'],
  silent: ['增长5%—10%', '2024—2026年增长10%'],
}
