import { getSchema } from '@tiptap/react'
import { describe, expect, it } from 'vitest'
import { editorExtensions } from './editor-extensions.js'
import { bareHtml, blocksFromText, headingLevel } from './pasted.js'

describe('a pasted line that is a heading', () => {
  it.each([
    ['一、总体要求', 1],
    ['十二、组织实施', 1],
    ['（三）强化保障', 2],
    ['一、各高校要高度重视。各地要加强统筹', undefined],
    ['一、总体要求。', undefined],
    ['二是加强统筹', undefined],
    [`一、${'很长'.repeat(40)}`, undefined],
  ])('%s', (line, level) => expect(headingLevel(line)).toBe(level))
})

const schema = getSchema(editorExtensions('p'))
const kinds = (text: string): string[] => {
  const { content } = blocksFromText(text, schema)
  return Array.from({ length: content.childCount }, (_, at) => `${content.child(at).type.name}:${content.child(at).textContent}`)
}

it('makes a block of each pasted line, without hand-made indents and control signs', () =>
  expect(kinds('一、总体要求\r\n\r\n　　各校要\u0007重视。')).toEqual(['heading:一、总体要求', 'paragraph:各校要重视。']))
it('keeps a single line as words within the line', () => expect(kinds('高度重视')).toEqual(['text:高度重视']))
it('leaves nothing of what Office adds', () =>
  expect(bareHtml('<!--[if gte mso 9]>x<![endif]--><style>p{color:red}</style><p>要<o:p></o:p></p>')).toBe('<p>要</p>'))
