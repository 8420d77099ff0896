import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const narrow = (text: string): string => text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** Figures and Latin letters stand half-width. */
export const fullWidthFigures: PassageRule = {
  kind: 'passage',
  id: 'full-width-figures',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15835-2011 4.1',
  batch: true,
  check: ({ masked }) => findAll(masked, /[０-９Ａ-Ｚａ-ｚ]+/g, (found) => narrow(found[0])),
  fires: ['到⟨２０３５→2035⟩年', '推广⟨ＡＩ→AI⟩应用'],
  silent: ['到2035年', '第①项'],
}
