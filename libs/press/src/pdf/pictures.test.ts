import { beforeAll, describe, expect, it } from 'vitest'
import type { Faces, FigureBlock, ImageArt, Layout } from '#lib/typeset'
import { openPdf, tagsOf } from '../../../../test/read-pdf.js'
import { shippedFaces, smallLayout } from '../../../../test/small-layout.js'
import { png } from '../../../../test/small-png.js'
import { writePdf } from './write-pdf.js'

let faces: Faces

beforeAll(() => {
  faces = shippedFaces()
})

const name = 'a'.repeat(64)

/** A page with one picture, 200 × 100 pt. */
function illustrated(): Layout {
  const figure: FigureBlock = {
    kind: 'figure',
    id: 'fig',
    section: 0,
    article: null,
    breakBefore: 'none',
    lead: 0,
    image: { sha256: name, mediaType: 'image/png', width: 2, height: 1 },
    alt: '两个方格',
    width: 200,
    height: 100,
  }
  const art: ImageArt = { kind: 'image', block: 'fig', sha256: name, x: 100, y: 300, width: 200, height: 100 }
  const layout = smallLayout({ faces, blocks: [{ role: 'paragraph', text: '图' }], others: { 0: [figure] } })
  return { ...layout, pages: layout.pages.map((page) => ({ ...page, art: [art] })) }
}

/** What the file says of its pictures: those with a soft mask are counted apart. */
async function pictures(bytes: Uint8Array): Promise<{ images: number; masks: number }> {
  const pdf = Buffer.from(await writePdf(illustrated(), faces, new Map([[name, bytes]]), { producer: 'test' })).toString('latin1')
  return { images: pdf.match(/\/Subtype \/Image/g)?.length ?? 0, masks: pdf.match(/\/SMask/g)?.length ?? 0 }
}

describe('pictures', () => {
  it('passes an opaque PNG through', async () => {
    expect(await pictures(png(2, 1, 8, 2, [[0, 255, 0, 0, 0, 0, 255]]))).toEqual({ images: 1, masks: 0 })
  })

  it('gives a transparent PNG a soft mask, and one that is opaque in fact none', async () => {
    expect(await pictures(png(2, 1, 8, 6, [[0, 255, 0, 0, 128, 0, 0, 255, 255]]))).toEqual({ images: 2, masks: 1 })
    expect(await pictures(png(2, 1, 8, 6, [[0, 255, 0, 0, 255, 0, 0, 255, 255]]))).toEqual({ images: 1, masks: 0 })
  })

  it('refuses what is no picture, and a picture cut off', async () => {
    const whole = png(2, 1, 8, 6, [[0, 255, 0, 0, 128, 0, 0, 255, 255]])
    await expect(pictures(new TextEncoder().encode('no picture'))).rejects.toMatchObject({ code: 'press/bad-picture' })
    await expect(pictures(whole.slice(0, 48))).rejects.toMatchObject({ code: 'press/bad-picture' })
    await expect(pictures(new Uint8Array([0xff, 0xd8, 0xff]))).rejects.toMatchObject({ code: 'press/bad-picture' })
  })

  it('is a figure with its description, in its place', async () => {
    const bytes = png(2, 1, 8, 0, [[0, 0, 255]])
    const document = await openPdf(await writePdf(illustrated(), faces, new Map([[name, bytes]]), { producer: 'test' }))
    expect(await tagsOf(document, 1)).toBe(['Document', '  Sect', '    Figure', '    P'].join('\n'))
    expect(JSON.stringify(await (await document.getPage(1)).getStructTree())).toContain('两个方格')
  })
})
