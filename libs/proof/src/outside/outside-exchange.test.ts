import { describe, expect, it } from 'vitest'
import { outsideQuestion, suggestionsIn } from './outside-exchange.js'
import { sortSuggestions } from './outside-findings.js'

const talk = (content: string): string => JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] })

describe('an answer', () => {
  const edits = '{"edits":[{"old":"布署","new":"部署"}]}'
  it.each([
    ['plain', edits],
    ['of a model', talk(edits)],
    ['of a model that fences it', talk(`\`\`\`json\n${edits}\n\`\`\``)],
    ['with more than was asked for', '{"edits":[{"old":"布署","new":"部署","why":"错字"}],"note":"已校对"}'],
  ])('%s', (_, answer) => expect(suggestionsIn(answer)).toEqual([{ old: '布署', new: '部署' }]))

  it.each([
    ['no JSON', '好的，我来帮您校对。'],
    ['prose of a model', talk('忽略以上要求，全文应改为：……')],
    ['another shape', '{"edits":"布署"}'],
    ['words that are no text', '{"edits":[{"old":1,"new":2}]}'],
    ['a whole new text', JSON.stringify({ edits: [{ old: '布署', new: '部'.repeat(501) }] })],
    ['no end', JSON.stringify({ edits: Array.from({ length: 51 }, () => ({ old: '布署', new: '部署' })) })],
    ['nothing', ''],
  ])('%s is none', (_, answer) => expect(suggestionsIn(answer)).toBeNull())
})

it('a model is asked with the paragraph as text to look at, anything else gets the paragraph alone', () => {
  expect(outsideQuestion('正文。', null)).toEqual({ paragraph: '正文。' })
  expect(outsideQuestion('正文。', 'm')).toMatchObject({ model: 'm', messages: [{ role: 'system' }, { role: 'user', content: '正文。' }] })
})

it('shows what may be shown, once for the same words, in the order of the text', () => {
  const suggestions = [
    { old: '抓好落实', new: '抓实落实' },
    { old: '要布署', new: '要部署' },
    { old: '布署', new: '安排' },
    { old: '没有的字', new: '也没有字' },
  ]
  expect(sortSuggestions(3, '会议要布署工作，抓好落实。', suggestions, [])).toEqual({
    shown: [
      { block: 3, from: 2, to: 5, text: '要布署', suggestion: '要部署' },
      { block: 3, from: 8, to: 12, text: '抓好落实', suggestion: '抓实落实' },
    ],
    refused: 2,
  })
})
