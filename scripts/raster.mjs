/** A sheet of grey: rectangles and letter outlines filled with smooth edges, written as an 8-bit greyscale PNG (RFC 2083). No clock, no randomness: same calls, same bytes. */
import { crc32, deflateSync } from 'node:zlib'

/** Each pixel is judged at this many rows and columns of points. */
const FINE = 4

export function sheet(width, height) {
  const ink = new Uint8Array(width * height).fill(255)
  const blend = (x, y, grey, share) => {
    const at = y * width + x
    ink[at] = Math.round(ink[at] * (1 - share) + grey * share)
  }
  return {
    rectangle(left, top, right, bottom, grey) {
      for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) blend(x, y, grey, 1)
    },
    fill(polygons, grey) {
      fillPolygons(polygons, width, height, (x, y, share) => blend(x, y, grey, share))
    },
    png: () => png(width, height, ink),
  }
}

/** Non-zero winding, row by row. */
function fillPolygons(polygons, width, height, paint) {
  const points = polygons.flat()
  if (points.length === 0) return
  const top = Math.max(0, Math.floor(Math.min(...points.map((point) => point[1]))))
  const bottom = Math.min(height, Math.ceil(Math.max(...points.map((point) => point[1]))))
  for (let y = top; y < bottom; y += 1) {
    const hits = new Uint8Array(width)
    for (let row = 0; row < FINE; row += 1) countRow(polygons, y + (row + 0.5) / FINE, width, hits)
    for (let x = 0; x < width; x += 1) if (hits[x] > 0) paint(x, y, hits[x] / (FINE * FINE))
  }
}

function countRow(polygons, y, width, hits) {
  const edges = crossings(polygons, y)
  let winding = 0
  edges.forEach(([x, turn], index) => {
    winding += turn
    const next = edges[index + 1]
    if (winding === 0 || next === undefined) return
    const from = Math.max(0, Math.ceil(x * FINE - 0.5))
    const to = Math.min(width * FINE - 1, Math.floor(next[0] * FINE - 0.5))
    for (let at = from; at <= to; at += 1) hits[Math.floor(at / FINE)] += 1
  })
}

function crossings(polygons, y) {
  const found = []
  for (const polygon of polygons) {
    polygon.forEach(([x1, y1], index) => {
      const [x2, y2] = polygon[(index + 1) % polygon.length]
      if (y1 <= y === y2 <= y) return
      found.push([x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), y2 > y1 ? 1 : -1])
    })
  }
  return found.sort((a, b) => a[0] - b[0])
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body) >>> 0, body.length + 4)
  return out
}

function png(width, height, ink) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) Buffer.from(ink.buffer, y * width, width).copy(rows, y * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
