import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const STROKES = new RegExp(`(?<=[${HAN}”》，。]|^)(?:-{2,}|－{2,}|–{2,}|──+)(?=[${HAN}“《])`, 'gu')

/** A dash is ——, two full-width strokes. Not: 技术—经济, 中国—东盟, where one stroke joins. */
export const dash: PassageRule = {
  kind: 'passage',
  id: 'dash',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 4.10',
  batch: true,
  check: ({ masked }) => findAll(masked, STROKES, () => '——'),
  fires: ['一件大事⟨--→——⟩教育评价改革', '⟨－－→——⟩在大会上的讲话'],
  silent: ['技术—经济', '中国—东盟', '一件大事——改革', '2024-2026年', 'A--B'],
}
