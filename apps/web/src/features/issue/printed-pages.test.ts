import { describe, expect, it } from 'vitest'
import type { Manifest } from '#lib/editorial'
import { printedPages } from './printed-pages.js'

/** `政策 a5 b8 | 资讯 c11`, 12 pages: two columns, three articles and the sheets they begin on. */
function manifest(text: string, pages: number): Pick<Manifest, 'articles' | 'files'> {
  const articles = text.split(' | ').flatMap((part) => {
    const [column = '', ...all] = part.split(' ')
    return all.map((one) => ({
      column,
      article: one[0] ?? '',
      pdfPage: Number(one.slice(1)),
      pageLabel: String(Number(one.slice(1)) - 4),
      version: 1,
      title: one,
      source: null,
      sourceDate: null,
      url: null,
      documentNumber: null,
      contentHash: '',
      snapshotSha256: null,
    }))
  })
  return { articles, files: [{ format: 'pdf', name: '', bytes: 0, sha256: '', pages }] }
}

describe('the pages of the last layout', () => {
  const printed = printedPages(manifest('政策 a5 b8 | 资讯 c11', 12))
  it('are those up to the next article', () =>
    expect([...printed.places].map(([id, place]) => `${id} ${place.label} ${place.pages}`)).toEqual(['a 1 3', 'b 4 3', 'c 7 2']))
  it('add up by column', () =>
    expect(printed.columns).toEqual([
      { name: '政策', pages: 6 },
      { name: '资讯', pages: 2 },
    ]))
  it('count a shared page once in its column', () =>
    expect(printedPages(manifest('政策 a5 b5 c6', 7)).columns).toEqual([{ name: '政策', pages: 3 }]))
})
