import { describe, expect, it } from 'vitest'
import { writtenObject } from './written-object.js'

const reference = { id: 7, finalize: () => {} }

describe('an object as it stands in the file', () => {
  it.each([
    ['a name', 'Page', '/Page'],
    ['a number to six places', 1 / 3, '0.333333'],
    ['a whole number', -12, '-12'],
    ['nothing', null, 'null'],
    ['yes', true, 'true'],
    ['text', new String('a (b) \\ c'), '(a \\(b\\) \\\\ c)'],
    ['Chinese text', new String('\u5b57'), '(\xfe\xff[W)'],
    ['a reference', reference, '7 0 R'],
    ['a list', [1, undefined, [reference]], '[1 null [7 0 R]]'],
    ['a dictionary', { Type: 'Page', Left: undefined, K: [1] }, '<<\n/Type /Page\n/K [1]\n>>'],
  ])('%s', (_, value, text) => {
    expect(writtenObject(value)).toBe(text)
  })

  it('leaves to pdfkit what only pdfkit can write', () => {
    expect(writtenObject(new Date(0))).toBeNull()
    expect(writtenObject({ In: [new Date(0)] })).toBeNull()
  })
})
