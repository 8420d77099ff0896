import { describe, expect, it } from 'vitest'
import { addressesIn } from './addresses.js'

describe('addresses in a pasted text', () => {
  it('takes one a line, each once', () => {
    expect(addressesIn('https://a.example/1\n\n  http://b.example/2 \nhttps://a.example/1')).toEqual({
      good: ['https://a.example/1', 'http://b.example/2'],
      bad: [],
    })
  })

  it('finds them between Chinese words and marks', () => {
    expect(addressesIn('通知（https://a.example/t?id=1&p=2）；解读：https://b.example/x.html，两篇').good).toEqual([
      'https://a.example/t?id=1&p=2',
      'https://b.example/x.html',
    ])
  })

  it('tells lines that hold none', () => {
    expect(addressesIn('www.example\nhttps://a.example')).toEqual({ good: ['https://a.example'], bad: ['www.example'] })
  })
})
