import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Named programmes that are always quoted. Not: inside quotation marks of their own kind. */
export const sloganQuotes: PassageRule = {
  kind: 'passage',
  id: 'slogan-quotes',
  family: 'wording',
  severity: 'info',
  source: 'House：固定简称须加引号',
  check: ({ text, role }) =>
    role === 'body'
      ? findAll(
          text,
          /(?<=做到|坚定|增强|领悟|推进|坚持)(两个维护|两个确立|四个意识|四个自信|四个全面|五位一体)(?![”’])/gu,
          (found) => `“${found[1]}”`,
        )
      : [],
  fires: ['坚决做到⟨两个维护→“两个维护”⟩'],
  silent: ['坚决做到“两个维护”', '“增强‘四个意识’”', '两个维护点'],
}
