/** One maker in a process of its own: `node child.mjs MAKER MODE ISSUES`. Prints what it took as JSON. */

import { readJson, tenfold, touched, turned } from './issues.mjs'
import { makers } from './makers.mjs'

const [, , name, mode, file, count] = process.argv
const issue = readJson(file)

/** A render with the time on the clock and the time of the processor, ms. */
async function timed(make, given) {
  const cpu = process.cpuUsage()
  const began = performance.now()
  const bytes = (await make(given)).byteLength
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1000, bytes }
}

/** The issues of a mode: the first is not counted but where nothing came before. */
const modes = {
  cold: () => [issue],
  tenfold: () => [tenfold(issue)],
  warm: () => Array.from({ length: Number(count) + 1 }, (_, step) => turned(issue, step)),
  same: () => Array.from({ length: Number(count) + 1 }, () => issue),
  touched: () => [issue, ...Array.from({ length: Number(count) }, (_, step) => touched(issue, step + 1))],
}

const make = await makers[name].open()
const renders = []
for (const given of modes[mode]()) renders.push(await timed(make, given))
const { user, system } = process.cpuUsage()
const counted = renders.length > 1 ? renders.slice(1) : renders
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(JSON.stringify({ renders: counted, cpu: (user + system) / 1000, peak, bytes: renders[0].bytes }))
