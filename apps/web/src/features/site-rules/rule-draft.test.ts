import { expect, it } from 'vitest'
import { draftOfRule, flawOf, ruleOfDraft } from './rule-draft.js'

const rule = { host: 'www.example.cn', body: '.matter', remove: ['.ad', '.share'], sourceLabel: '供稿单位' }

it('a rule that is opened and kept is the same rule', () => {
  expect(ruleOfDraft(draftOfRule(rule))).toEqual(rule)
})

it.each([
  ['no site', { host: '' }],
  ['a site with a path', { host: 'example.cn/a' }],
  ['a selector that cannot be read', { body: 'div[[' }],
  ['nothing said', { body: '', remove: '', sourceLabel: '' }],
])('%s is not kept', (_, part) => {
  expect(ruleOfDraft({ ...draftOfRule(rule), ...part })).toBeUndefined()
})

it('tells where a selector cannot be read', () => {
  expect(flawOf({ ...draftOfRule(rule), remove: '.ad\n.b:has(a)' }, 'remove')).toEqual({ text: '.b:has(a)', position: 3 })
})
