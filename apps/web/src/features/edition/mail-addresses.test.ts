import { describe, expect, it } from 'vitest'
import { mailAddressesIn } from './mail-addresses.js'

describe('addresses a letter goes to', () => {
  it('stand one a line or several in a line, each once', () =>
    expect(mailAddressesIn('jia@jzu.example\nyi@jzu.example；bing@jzu.example, jia@jzu.example').good).toEqual([
      'jia@jzu.example',
      'yi@jzu.example',
      'bing@jzu.example',
    ]))
  it('may have a name before them', () =>
    expect(mailAddressesIn('办公室 <office@jzu.example>; "Lu, Z." <lu@jzu.example>')).toEqual({
      good: ['office@jzu.example', 'lu@jzu.example'],
      bad: ['"Lu'],
    }))
  it('are told apart from words', () => expect(mailAddressesIn('校办 a@b c@d.example').bad).toEqual(['校办', 'a@b']))
})
