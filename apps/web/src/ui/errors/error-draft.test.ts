import { describe, expect, it } from 'vitest'
import { errorDraft, errorRequestOf, kindOfRule } from './error-draft.js'

describe('an error on its way into the ledger', () => {
  it('waits for the issue and the words', () => {
    expect(errorRequestOf(errorDraft({ text: '登陆' }))).toBeUndefined()
    expect(errorRequestOf(errorDraft({ issue: '甲', text: ' ' }))).toBeUndefined()
  })
  it('sends one line of each, and nothing where nothing was written', () =>
    expect(errorRequestOf({ ...errorDraft({ issue: '甲', text: '登陆\n系统 ' }), note: ' ' })).toEqual({
      issue: '甲',
      article: null,
      kind: 'character',
      stage: '编辑',
      text: '登陆 系统',
      correction: null,
      page: null,
      times: 1,
      note: null,
    }))
  it('guesses the kind by the rule', () =>
    expect(['marks/doubled', 'numbers/date', 'words/login'].map(kindOfRule)).toEqual(['mark', 'figure', 'character']))
})
