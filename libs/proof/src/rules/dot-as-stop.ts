import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const POINT = new RegExp(`(?<=[${HAN}”）》])[.．](?=[${HAN}“《]|\\s*$)`, 'gu')

/** A full point where a Chinese full stop belongs. Not: after figures and Latin words, and not 1. as a number. */
export const dotAsStop: PassageRule = {
  kind: 'passage',
  id: 'dot-as-stop',
  family: 'marks',
  severity: 'info',
  source: 'GB/T 15834-2011 4.1.1',
  batch: true,
  check: ({ masked }) =>
    findAll(masked, POINT, (found) => (/[一二三四五六七八九十]/.test(masked[found.index - 1] ?? '') ? undefined : '。')),
  fires: ['推动高质量发展⟨.→。⟩要坚持', '取得了成绩⟨.→。⟩'],
  silent: ['增长3.5%', '参见Nature.', '一.总则', '约翰·史密斯', '第1.2节'],
}
