import { describe, expect, it } from 'vitest'
import { imageRefShape } from '#lib/editorial'
import { TINY_PNG } from '../../testing/tiny-png.js'
import { PictureBox } from './picture-box.js'

/** The head of a PNG that says it is so large. */
function png(width: number, height: number): Uint8Array {
  const bytes = Uint8Array.from(TINY_PNG)
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

describe('pictures that are kept can be stored', () => {
  it.each([
    [1, 1, null],
    [8000, 5000, null],
    [8001, 5000, 'ingest/picture-too-large'],
    [30_000, 30_000, 'ingest/picture-too-large'],
    [30_001, 2, 'ingest/picture-too-large'],
    [0, 10, 'ingest/picture-unreadable'],
  ])('%i × %i: %s', (width, height, warning) => {
    const box = new PictureBox({})
    const ref = box.keep(png(width, height), 'a.png')
    expect(box.warnings.map(({ code }) => code)).toEqual(warning === null ? [] : [warning])
    if (warning === null) expect(imageRefShape.safeParse(ref).success).toBe(true)
    else expect(ref).toBeNull()
  })

  it('what is neither PNG nor JPEG is named', () => {
    const box = new PictureBox({ 'a.svg': new TextEncoder().encode('<svg onload="alert(1)"/>') })
    expect(box.at('a.svg')).toBeNull()
    expect(box.at('b.png')).toBeNull()
    expect(box.warnings.map(({ code }) => code)).toEqual(['ingest/picture-unreadable', 'ingest/picture-missing'])
  })
})
