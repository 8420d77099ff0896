import { describe, expect, it } from 'vitest'
import { normaliseUrl } from './normalise-url.js'

describe('addresses of one page have one form', () => {
  it.each([
    ['http://www.jiangzhou.example/jyj/2025/a.html', 'https://jiangzhou.example/jyj/2025/a.html'],
    ['https://jiangzhou.example:443/jyj/2025/a.html#part', 'https://jiangzhou.example/jyj/2025/a.html'],
    ['https://jiangzhou.example/jyj/index.html', 'https://jiangzhou.example/jyj'],
    ['https://Jiangzhou.EXAMPLE/jyj/', 'https://jiangzhou.example/jyj'],
    ['https://a.example/x?id=7&utm_source=wx&from=timeline&spm=1.2', 'https://a.example/x?id=7'],
    ['https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2'],
    ['https://a.example/%7eli//%e6%95%99.htm', 'https://a.example/~li/%E6%95%99.htm'],
    [
      'https://mp.weixin.qq.com/s?__biz=MzA&mid=22&idx=1&sn=ab&chksm=cc&scene=21&key=zz#wechat_redirect',
      'https://mp.weixin.qq.com/s?__biz=MzA&idx=1&mid=22&sn=ab',
    ],
    ['https://mp.weixin.qq.com/s/AbC-d_1?scene=1', 'https://mp.weixin.qq.com/s/AbC-d_1'],
    [' https://a.example:8080/x ', 'https://a.example:8080/x'],
  ])('%s', (address, form) => {
    expect(normaliseUrl(address)).toBe(form)
    expect(normaliseUrl(form)).toBe(form)
  })

  it.each(['', '教育部', 'ftp://a.example/x', 'javascript:alert(1)', 'file:///etc/x', `https://a.example/${'x'.repeat(5000)}`])(
    'no web address: %s',
    (address) => expect(normaliseUrl(address)).toBeNull(),
  )

  it('what names the page is kept', () => {
    expect(normaliseUrl('https://a.example/x?id=7')).not.toBe(normaliseUrl('https://a.example/x?id=8'))
    expect(normaliseUrl('https://a.example/X')).not.toBe(normaliseUrl('https://a.example/x'))
  })
})
