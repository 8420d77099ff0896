import { unzlibSync } from 'fflate'
import { channelsOf, type Png } from './png-chunks.js'

export interface Samples {
  raw(index: number): number
  /** To 0–255. */
  scaled(index: number): number
}

/** All samples of a picture in reading order, unfiltered, interlacing undone. */
export function samplesOf(png: Png): Samples {
  const channels = channelsOf(png)
  const values = new Uint16Array(png.width * png.height * channels)
  const packed = unzlibSync(png.data)
  let at = 0
  for (const pass of passesOf(png)) at = readPass(png, pass, packed, at, values)
  const top = 2 ** png.bits - 1
  return { raw: (index) => values[index] ?? 0, scaled: (index) => Math.round(((values[index] ?? 0) * 255) / top) }
}

interface Pass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
}

/** Source: ISO/IEC 15948 clause 8 (Adam7). */
function passesOf(png: Png): readonly Pass[] {
  if (!png.interlaced) return [{ x: 0, y: 0, dx: 1, dy: 1 }]
  return [
    { x: 0, y: 0, dx: 8, dy: 8 },
    { x: 4, y: 0, dx: 8, dy: 8 },
    { x: 0, y: 4, dx: 4, dy: 8 },
    { x: 2, y: 0, dx: 4, dy: 4 },
    { x: 0, y: 2, dx: 2, dy: 4 },
    { x: 1, y: 0, dx: 2, dy: 2 },
    { x: 0, y: 1, dx: 1, dy: 2 },
  ]
}

function readPass(png: Png, pass: Pass, packed: Uint8Array, start: number, values: Uint16Array): number {
  const channels = channelsOf(png)
  const columns = Math.ceil((png.width - pass.x) / pass.dx)
  const rows = Math.ceil((png.height - pass.y) / pass.dy)
  if (columns <= 0 || rows <= 0) return start
  const rowBytes = Math.ceil((columns * channels * png.bits) / 8)
  const step = Math.max(1, (channels * png.bits) >> 3)
  let above = new Uint8Array(rowBytes)
  let at = start
  for (let row = 0; row < rows; row++) {
    const filter = packed[at] ?? 0
    const line = packed.slice(at + 1, at + 1 + rowBytes)
    if (line.length < rowBytes) throw new Error('the picture ends too early')
    unfilter(filter, line, above, step)
    const y = pass.y + row * pass.dy
    for (let column = 0; column < columns; column++) {
      const pixel = (y * png.width + pass.x + column * pass.dx) * channels
      for (let channel = 0; channel < channels; channel++) values[pixel + channel] = sampleAt(line, column * channels + channel, png.bits)
    }
    above = line
    at += 1 + rowBytes
  }
  return at
}

function sampleAt(line: Uint8Array, index: number, bits: number): number {
  if (bits === 16) return ((line[2 * index] ?? 0) << 8) | (line[2 * index + 1] ?? 0)
  if (bits === 8) return line[index] ?? 0
  const position = index * bits
  return ((line[position >> 3] ?? 0) >> (8 - bits - (position & 7))) & (2 ** bits - 1)
}

/** Source: ISO/IEC 15948 clause 9 (filters 0–4). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < line.length; i++) {
    const left = i >= step ? (line[i - step] ?? 0) : 0
    const up = above[i] ?? 0
    const corner = i >= step ? (above[i - step] ?? 0) : 0
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0
    line[i] = ((line[i] ?? 0) + guess) & 0xff
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
