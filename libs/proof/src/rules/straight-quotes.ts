import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const STRAIGHT = new RegExp(`"(?=[^"]{0,80}[${HAN}])[^"]{1,80}"`, 'gu')

/** Straight quotation marks round Chinese are curved ones. Not: inches, code, English. */
export const straightQuotes: PassageRule = {
  kind: 'passage',
  id: 'straight-quotes',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 4.8.1',
  batch: true,
  check: ({ masked }) =>
    findAll(masked, STRAIGHT, () => null).flatMap((found) => [
      { from: found.from, to: found.from + 1, suggestion: '“' },
      { from: found.to - 1, to: found.to, suggestion: '”' },
    ]),
  fires: ['坚持⟨"→“⟩四个面向⟨"→”⟩'],
  silent: ['55"电视机', 'print("ok")', '坚持“四个面向”'],
}
