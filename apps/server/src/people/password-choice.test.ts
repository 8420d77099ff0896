import { describe, expect, it } from 'vitest'
import { isTooCommon } from './password-choice.js'

describe('a password being chosen', () => {
  it.each([
    'aaaaaaaaaaaa',
    '1234567890',
    'abcdefghijk',
    '0987654321',
    '13800001111',
    'abc123abc123',
    'Password2024!',
    'qwertyuiop12',
    'chenming2024',
    '密码密码密码密码密码',
    'admin-password',
  ])('%s is one strangers try', (text) => expect(isTooCommon(text, 'chenming')).toBe(true))
  it.each(['春江潮水连海平海上明月', 'correct horse battery', 'k7#pQ-vvx9ma', '2024年第10期送印刷厂', 'password of the old print shop'])(
    '%s is not',
    (text) => expect(isTooCommon(text, 'chenming')).toBe(false),
  )
})
