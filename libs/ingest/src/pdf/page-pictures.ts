import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ImageRef } from '#lib/editorial'
import type { PictureBox } from '../pictures/picture-box.js'
import { type Pixels, writePng } from '../pictures/write-png.js'

/** A picture as it stands on its page, in points, y from the foot. */
export interface PdfPicture {
  readonly page: number
  readonly top: number
  readonly image: ImageRef
}

/** House: in points. Smaller ones are icons and rules; one as large as the page is its ground or a scan. */
const SMALLEST_SIDE = 28
const WHOLE_PAGE = 0.9
/** House: 40 million pixels are what one picture of an article may have; a page with more than 50 pictures is a pattern. */
const MOST_PIXELS = 40_000_000
const MOST_A_PAGE = 50

type Matrix = readonly [number, number, number, number, number, number]
const UNIT: Matrix = [1, 0, 0, 1, 0, 0]

interface Painted {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly top: number
}

/** The pictures of a page that are more than decoration, from head to foot. */
export async function pagePictures(page: PDFPageProxy, box: PictureBox): Promise<PdfPicture[]> {
  const painted = (await paintedPictures(page)).filter((one) => isPicture(one, page.view))
  const found: PdfPicture[] = []
  for (const one of painted.slice(0, MOST_A_PAGE)) {
    const pixels = pixelsOf(await pictureObject(page, one.id))
    const image = pixels === null ? null : box.keep(writePng(pixels), `第 ${page.pageNumber} 页`)
    if (image !== null) found.push({ page: page.pageNumber, top: one.top, image })
  }
  return found
}

/** Follows the drawing of a page far enough to know where each picture lies. Source: ISO 32000-1 8.3.4, 8.10. */
async function paintedPictures(page: PDFPageProxy): Promise<Painted[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const found: Painted[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = UNIT
  fnArray.forEach((operation, index) => {
    const given = (argsArray[index] ?? []) as readonly unknown[]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) stack.push(matrix)
    if (operation === OPS.transform) matrix = times(matrix, given as unknown as Matrix)
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(given[0])) matrix = times(matrix, given[0] as unknown as Matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? UNIT
    if (operation === OPS.paintImageXObject && typeof given[0] === 'string') found.push(placed(given[0], matrix))
  })
  return found
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

/** A picture fills the unit square of its matrix. */
const placed = (id: string, m: Matrix): Painted => ({
  id,
  width: Math.abs(m[0]) + Math.abs(m[2]),
  height: Math.abs(m[1]) + Math.abs(m[3]),
  top: m[5] + Math.max(0, m[1]) + Math.max(0, m[3]),
})

function isPicture({ width, height }: Painted, [left = 0, foot = 0, right = 0, head = 0]: readonly number[]): boolean {
  const whole = width > WHOLE_PAGE * (right - left) && height > WHOLE_PAGE * (head - foot)
  return Math.min(width, height) >= SMALLEST_SIDE && !whole
}

const pictureObject = (page: PDFPageProxy, id: string): Promise<unknown> =>
  new Promise((resolve) => {
    const store = id.startsWith('g_') ? page.commonObjs : page.objs
    store.get(id, resolve)
  })

/** Source: the reader's ImageKind: 1 a bit a pixel, 2 RGB, 3 RGBA. */
const CHANNELS: Readonly<Record<number, 3 | 4>> = { 2: 3, 3: 4 }

function pixelsOf(object: unknown): Pixels | null {
  if (typeof object !== 'object' || object === null) return null
  const { width, height, kind, data } = object as { width?: number; height?: number; kind?: number; data?: unknown }
  if (width === undefined || height === undefined || width * height === 0 || width * height > MOST_PIXELS) return null
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  if (kind === 1) return { width, height, channels: 1, data: unpacked(bytes, width, height) }
  const channels = CHANNELS[kind ?? 0]
  return channels === undefined || bytes.length < width * height * channels
    ? null
    : withoutFullAlpha({ width, height, channels, data: bytes })
}

/** One bit a pixel, rows filled up to whole bytes, to one byte a pixel. */
function unpacked(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const stride = (width + 7) >> 3
  const out = new Uint8Array(width * height)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      out[row * width + column] = ((bytes[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1 ? 255 : 0
  return out
}

/** Alpha that is full everywhere says nothing. */
function withoutFullAlpha(pixels: Pixels): Pixels {
  if (pixels.channels !== 4) return pixels
  const count = pixels.width * pixels.height
  for (let at = 0; at < count; at += 1) if (pixels.data[at * 4 + 3] !== 255) return pixels
  const data = new Uint8Array(count * 3)
  for (let at = 0; at < count; at += 1) data.set(pixels.data.subarray(at * 4, at * 4 + 3), at * 3)
  return { ...pixels, channels: 3, data }
}
