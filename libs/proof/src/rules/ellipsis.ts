import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const DOTS = new RegExp(`(?<=[${HAN}，。”》])(?:\\.{3,6}(?![.\\d])|。{3,}|(?<!…)…(?!…)|… …)`, 'gu')

/** An ellipsis is ……, six dots in the middle of the line. Not: leaders of a contents page. */
export const ellipsis: PassageRule = {
  kind: 'passage',
  id: 'ellipsis',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 4.11',
  batch: true,
  check: ({ masked }) => findAll(masked, DOTS, () => '……'),
  fires: ['春夏秋冬⟨...→……⟩', '有书、有报⟨。。。→……⟩', '说到这里⟨…→……⟩他停了'],
  silent: ['说到这里……', '总体要求......3', '版本2...5'],
}
