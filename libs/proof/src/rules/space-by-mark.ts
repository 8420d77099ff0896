import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** No blank before or after a full-width mark in running text. */
export const spaceByMark: PassageRule = {
  kind: 'passage',
  id: 'space-by-mark',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 5.1',
  batch: true,
  check: ({ masked, role }) =>
    role === 'body'
      ? findAll(masked, /(?<=\S)[ \u00a0]+(?=[，。、；：！？”）》])|(?<=[，。、；：！？“（《])[ \u00a0]+(?=\S)/g, () => '')
      : [],
  fires: ['推进改革⟨ →⟩，促进发展', '第一，⟨ →⟩要坚持'],
  silent: ['推进改革，促进发展', 'title| 印发《方案》 的通知'],
}
