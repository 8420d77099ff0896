import { describe, expect, it } from 'vitest'
import { blockText } from '#lib/editorial'
import { readHtml } from './read-html.js'

const TEXT = '各高校要落实文件要求，认真做好各项工作，按时报送总结材料。'
const page = (inner: string, body = ''): string =>
  `<html><head><title>关于做好工作的通知</title></head><body><h1>关于做好工作的通知</h1><div id="zoom"${body}><p>${TEXT}</p>${inner}<p>${TEXT}</p></div></body></html>`

const read = (html: string) => {
  const { content, warnings } = readHtml({ html, name: '网页.html', url: 'https://a.example/1.html' })
  return { text: content.blocks.map(blockText).join('\n'), hidden: warnings.filter(({ code }) => code === 'ingest/removed-hidden').length }
}

const link = '<a href="https://casino.example/">暗链</a>'

describe('words that no reader of the page sees do not come in', () => {
  it.each([
    'display:none',
    'DISPLAY : NONE !important',
    'color:red;display:none',
    'visibility:hidden',
    'visibility: collapse',
    'opacity:0',
    'opacity:0.0;',
    'font-size:0',
    'font-size:0px;',
    'font-size: 1px',
    'text-indent:-9999px',
    'position:absolute;left:-5000px',
    'position:fixed; top:-1000em',
    'margin-left:-9999px',
    'height:0;overflow:hidden',
    'width:1px;height:1px;overflow:hidden',
    'max-height:0px;overflow:hidden',
    'clip:rect(0,0,0,0);position:absolute',
    'clip-path: inset(100%)',
    'transform:scale(0)',
    'color:transparent',
    'color:rgba(0,0,0,0)',
    'dis/**/play:none',
  ])('%s', (style) => {
    for (const html of [`<div style="${style}">${link}</div>`, `<p>甲<span style="${style}">${link}</span></p>`]) {
      const { text, hidden } = read(page(html))
      expect(text).not.toContain('暗链')
      expect(hidden).toBe(1)
    }
  })

  it('the attribute, and the box that runs without size', () => {
    expect(read(page(`<div hidden>${link}</div>`)).text).not.toContain('暗链')
    expect(read(page(`<marquee height="0" width="4">${link}</marquee>`)).text).not.toContain('暗链')
  })
})

describe('words in sight stay', () => {
  it.each([
    'display:block',
    'opacity:0.9',
    'font-size:10.5pt',
    'font-size:0.9em',
    'text-indent:2em',
    'text-indent:-21pt',
    'margin-left:-18px',
    'height:0',
    'color:#000',
    'overflow:hidden',
  ])('%s', (style) =>
    expect(read(page(`<p style="${style}">看得见的一句话。</p>`))).toMatchObject({ text: expect.stringContaining('看得见'), hidden: 0 }),
  )

  it.each([
    '<section style="font-size:0px"><section style="font-size:16px">看得见的一句话。</section></section>',
    '<section style="font-size:0"><p style="font-size: 1.1em">看得见的一句话。</p></section>',
    '<div style="visibility:hidden"><p style="visibility: visible">看得见的一句话。</p></div>',
  ])('what a box inside shows again: %s', (html) => expect(read(page(html)).text).toContain('看得见'))

  it('the body itself, which a script would show', () => expect(read(page('', ' style="visibility:hidden"')).text).toContain(TEXT))

  it('a whole article behind 展开全文', () => {
    expect(read(page(`<p>${TEXT.repeat(12)}</p><div style="display:none"><p>${'后半篇也要读进来。'.repeat(30)}</p></div>`)).text).toContain(
      '后半篇',
    )
  })
})
