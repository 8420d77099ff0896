import { describe, expect, it } from 'vitest'
import { all, parseXml } from '../../../../test/read-docx.js'
import { shippedFaces, smallLayout } from '../../../../test/small-layout.js'
import { pageSvg } from './page-svg.js'

const faces = shippedFaces()
const layout = smallLayout({
  faces,
  blocks: [
    { role: 'paragraph', text: '一二一二一', runs: [{ from: 0, to: 5, underline: true }] },
    { role: 'paragraph', text: '次页', page: true },
  ],
})
const options = { pictureAddress: (sha256: string) => `/pictures/${sha256}?a=1&b=2` }

describe('a page as SVG', () => {
  it('defines each glyph once and places it as often as it stands', () => {
    const svg = parseXml(pageSvg(layout, 1, faces, options))
    const drawn = all(svg, 'g')[0]!
    expect(new Set(all(drawn, 'use').map((use) => use.attributes.href)).size).toBe(2)
    expect(all(drawn, 'use').length).toBe(5)
    expect(svg.attributes.viewBox).toBe('0 0 595.28 841.89')
  })

  it('draws what belongs to the page and nothing else', () => {
    const [one, two] = [1, 2].map((number) => parseXml(pageSvg(layout, number, faces, options)))
    expect(all(one!, 'line').length).toBe(1)
    expect(all(two!, 'line').length).toBe(0)
    expect(() => pageSvg(layout, 3, faces, options)).toThrow('no sheet 3')
  })

  it('fetches pictures from where they are kept', () => {
    const pages = layout.pages.map((page) => ({
      ...page,
      art: [{ kind: 'image' as const, block: 'f', sha256: 'ab', x: 1, y: 2, width: 3, height: 4 }],
    }))
    const [image] = all(parseXml(pageSvg({ ...layout, pages }, 1, faces, options)), 'image')
    expect(image?.attributes).toMatchObject({ x: '1', y: '2', width: '3', height: '4', href: '/pictures/ab?a=1&b=2' })
  })
})
