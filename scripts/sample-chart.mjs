/** Draws the bar chart of the sample issue from its figures: `node scripts/sample-chart.mjs`. The picture is kept in the repository; run this again when the figures change. */
import { readFileSync, writeFileSync } from 'node:fs'
import { create } from 'fontkit'
import { sheet } from './raster.mjs'

const TARGET = new URL('../templates/planning-and-decision/sample/reading-per-student.png', import.meta.url)
const face = create(readFileSync(new URL('../fonts/bianyin-hei.ttf', import.meta.url)))

const YEARS = ['2020年', '2021年', '2022年', '2023年', '2024年']
const SERIES = [
  { name: '纸质图书', grey: 64, values: [11.2, 12.8, 14.9, 17.3, 19.6] },
  { name: '电子图书', grey: 168, values: [8.4, 10.7, 12.2, 13.8, 15.1] },
]
const WIDTH = 1400
const HEIGHT = 730
const PLOT = { left: 120, right: 1360, top: 110, bottom: 660, most: 20, step: 5 }
const BAR = 76

const paper = sheet(WIDTH, HEIGHT)
const across = (value) => PLOT.bottom - Math.round((value / PLOT.most) * (PLOT.bottom - PLOT.top))

/** Points of one outline, curves cut into short straight pieces. */
function polygonsOf(path, place) {
  const polygons = []
  let pen = [0, 0]
  for (const { command, args } of path.commands) {
    if (command === 'moveTo') polygons.push([])
    if (command === 'closePath') continue
    const steps = command === 'quadraticCurveTo' ? 6 : 1
    const [cx, cy] = args
    const [x, y] = args.slice(-2)
    for (let step = 1; step <= steps; step += 1) {
      const t = step / steps
      const point = steps === 1 ? [x, y] : [mix(pen[0], cx, x, t), mix(pen[1], cy, y, t)]
      polygons.at(-1).push(place(point))
    }
    pen = [x, y]
  }
  return polygons
}

const mix = (a, b, c, t) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c

/** Sets a line of text at a size in pixels; `anchor` 0 is left, 0.5 centred, 1 right. */
function write(text, x, baseline, size, anchor, grey = 30) {
  const scale = size / face.unitsPerEm
  const glyphs = [...text].map((char) => face.glyphForCodePoint(char.codePointAt(0)))
  let at = x - anchor * scale * glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0)
  for (const glyph of glyphs) {
    const left = at
    paper.fill(
      polygonsOf(glyph.path, ([px, py]) => [left + px * scale, baseline - py * scale]),
      grey,
    )
    at += glyph.advanceWidth * scale
  }
}

for (let value = 0; value <= PLOT.most; value += PLOT.step) {
  paper.rectangle(PLOT.left, across(value) - 1, PLOT.right, across(value) + 1, value === 0 ? 60 : 215)
  write(String(value), PLOT.left - 18, across(value) + 11, 30, 1)
}
write('册', PLOT.left - 18, PLOT.top - 34, 30, 1)

YEARS.forEach((year, index) => {
  const middle = PLOT.left + ((index + 0.5) * (PLOT.right - PLOT.left)) / YEARS.length
  SERIES.forEach(({ values, grey }, number) => {
    const left = Math.round(middle + (number === 0 ? -BAR - 4 : 4))
    paper.rectangle(left, across(values[index]), left + BAR, PLOT.bottom - 1, grey)
    paper.rectangle(left, across(values[index]) - 40, left + BAR, across(values[index]) - 6, 255)
    write(values[index].toFixed(1), left + BAR / 2, across(values[index]) - 12, 27, 0.5)
  })
  write(year, middle, PLOT.bottom + 48, 32, 0.5)
})

SERIES.forEach(({ name, grey }, index) => {
  const left = 900 + index * 240
  paper.rectangle(left, 34, left + 32, 66, grey)
  write(name, left + 46, 62, 32, 0)
})

writeFileSync(TARGET, paper.png())
