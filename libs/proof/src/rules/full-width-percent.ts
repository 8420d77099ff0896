import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** ％ and % are not mixed: % beside half-width figures. */
export const fullWidthPercent: PassageRule = {
  kind: 'passage',
  id: 'full-width-percent',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15835-2011 4.1',
  batch: true,
  check: ({ masked }) => findAll(masked, /(?<=[\d.])％/g, () => '%'),
  fires: ['增长12⟨％→%⟩'],
  silent: ['增长12%', '百分之十二'],
}
