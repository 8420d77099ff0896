import type { ignoreTexts as chinese } from '../zh/ignores.js'

export const ignoreTexts: typeof chinese = {
  title: 'Allowed words',
  lead: 'These words and rules are not reported in this publication. What is taken back is reported again from the next reading.',
  none: 'Nothing is allowed everywhere yet.',
  words: 'Words',
  wholeRule: 'the whole rule',
  rule: 'Rule',
  by: 'Allowed by',
  at: 'When',
  takeBack: 'Take back',
  takeBackOf: (what) => `Take back ${what}`,
  takenBack: (what) => `“${what}” is reported again from the next reading.`,
  scope: 'How far',
  scopes: { once: 'In this article only', always: 'These words, in the whole publication', rule: 'The whole rule, in this publication' },
}
