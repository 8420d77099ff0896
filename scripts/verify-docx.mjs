/**
 * `npm run verify:docx [-- --full] [--json]`: makes issues, converts their DOCX with LibreOffice and compares every heading's page with the contents number written in it.
 * Six documents, or fifty-four with --full, over three geometries; each as delivered and as the verifier's copy (LibreOffice reads overflowPunct the wrong way round).
 * Fails where a figure falls below what `scripts/verify-docx.json` keeps.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../bin/build.js'
import { makeIssue, readStock } from './made-issues.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const full = process.argv.includes('--full')
const asJson = process.argv.includes('--json')

ensureBuilt({ only: 'server' })
const door = (room) => import(join(root, 'dist', 'libs', room, 'src', 'index.js'))
const [ingest, { createTypesetter, openFaces, readTemplate }, { verifierCopy, writeDocx }] = await Promise.all(
  ['ingest', 'typeset', 'press'].map(door),
)
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')

/** Sizes and grids: 三号 28 × 22 as GB/T 9704, 四号 32 × 27, 小四 37 × 32. */
const geometries = {
  '16 pt, 28 × 22': {},
  '14 pt, 32 × 27': { size: '14pt', characters: 32, lines: 27, pitch: '23.5pt' },
  '12 pt, 37 × 32': { size: '12pt', characters: 37, lines: 32, pitch: '19.5pt' },
}

const faces = openFaces(
  ['song', 'title', 'hei', 'kai'].map((role) => ({
    id: role,
    role,
    sha256: role,
    bytes: new Uint8Array(readFileSync(join(root, 'fonts', `bianyin-${role}.ttf`))),
  })),
)
const planned = JSON.parse(readFileSync(join(root, 'templates', 'planning-and-decision', 'template.json'), 'utf8'))
const stock = readStock(root, ingest)
const work = mkdtempSync(join(tmpdir(), 'verify-docx-'))

/** Fonts of the house stand in for the names in the file, so that the figures do not depend on what a machine has. */
function fontSettings() {
  const stands = {
    宋体: 'Bianyin Song',
    仿宋: 'Bianyin Song',
    黑体: 'Bianyin Hei',
    楷体: 'Bianyin Kai',
    方正小标宋简体: 'Bianyin Title',
    'Times New Roman': 'Liberation Serif',
  }
  const aliases = Object.entries(stands).map(
    ([name, face]) => `<alias binding="same"><family>${name}</family><prefer><family>${face}</family></prefer></alias>`,
  )
  const file = join(work, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(root, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(work, 'cache')}</cachedir>${aliases.join('')}</fontconfig>`,
  )
  return file
}

function convert(names) {
  const filter = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(work, 'office')}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      work,
      ...names.map((name) => join(work, name)),
    ],
    {
      env: { ...process.env, FONTCONFIG_FILE: fontSettings() },
      stdio: 'ignore',
      timeout: 600_000,
    },
  )
}

/** The headings of a converted file with the sheet each stands on, from its bookmarks, and its number of sheets. */
async function readConverted(name) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(join(work, name))), verbosity: 0 }).promise
  const headings = []
  const walk = async (items) => {
    for (const item of items ?? []) {
      const [ref] = (typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest) ?? []
      headings.push({ title: item.title, page: ref === undefined ? 0 : (await document.getPageIndex(ref)) + 1 })
      await walk(item.items)
    }
  }
  await walk(await document.getOutline())
  const sheets = document.numPages
  const firstLines = []
  for (let number = 1; number <= sheets; number++) firstLines.push(await firstLine(await document.getPage(number)))
  await document.destroy()
  return { headings, sheets, firstLines }
}

async function firstLine(page) {
  const { items } = await page.getTextContent()
  const drawn = items.filter((item) => item.str.trim() !== '')
  const top = Math.max(0, ...drawn.map((item) => item.transform[5]))
  const line = drawn.filter((item) => Math.abs(item.transform[5] - top) < 3).sort((a, b) => a.transform[4] - b.transform[4])
  return bare(line.map((item) => item.str).join(''))
}

const bare = (text) => text.replace(/\s/g, '')

/** Compares a conversion with the plan, heading by heading in order, and page by page. */
function compare(layout, { headings, sheets, firstLines }) {
  const misses = []
  const texts = new Map(layout.flow.filter((block) => block.kind === 'text').map((block) => [block.id, block.text]))
  layout.landmarks.forEach((landmark, index) => {
    const found = headings[index]
    if (found === undefined || bare(found.title) !== bare(texts.get(landmark.block)))
      misses.push(`${landmark.title}: not found in its place`)
    else if (found.page !== landmark.page) misses.push(`${landmark.title}: page ${landmark.page} planned, ${found.page} in LibreOffice`)
  })
  const starts = layout.pages.map((page) =>
    bare(texts.get(page.lines[0]?.block)?.slice(page.lines[0].from, page.lines[0].to) ?? '').slice(0, 6),
  )
  const alike = starts.filter((start, index) => start !== '' && firstLines[index]?.startsWith(start)).length
  return {
    headings: layout.landmarks.length,
    misses,
    sheets: [layout.pages.length, sheets],
    firstLines: [alike, starts.filter((start) => start !== '').length],
  }
}

const results = []
try {
  const perGeometry = full ? 18 : 2
  const jobs = []
  for (const [geometry, page] of Object.entries(geometries)) {
    const template = readTemplate({ ...planned, page: { ...planned.page, ...page } })
    const typesetter = createTypesetter(template, faces)
    for (let n = 0; n < perGeometry; n++) {
      const seed = jobs.length + 1
      const layout = typesetter.layOut(makeIssue(stock, seed))
      const docx = await writeDocx(layout, stock.pictures, { producer: 'verify' })
      writeFileSync(join(work, `d${seed}.docx`), docx)
      writeFileSync(join(work, `c${seed}.docx`), verifierCopy(docx))
      jobs.push({ geometry, seed, layout })
    }
  }
  for (let start = 0; start < jobs.length; start += 6) {
    const batch = jobs.slice(start, start + 6)
    convert(batch.flatMap(({ seed }) => [`d${seed}.docx`, `c${seed}.docx`]))
    for (const { geometry, seed, layout } of batch) {
      results.push({
        geometry,
        seed,
        delivered: compare(layout, await readConverted(`d${seed}.pdf`)),
        copy: compare(layout, await readConverted(`c${seed}.pdf`)),
      })
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

const rate = (kind) => {
  const headings = results.reduce((sum, one) => sum + one[kind].headings, 0)
  const missed = results.reduce((sum, one) => sum + one[kind].misses.length, 0)
  const lines = results.reduce((sum, one) => [sum[0] + one[kind].firstLines[0], sum[1] + one[kind].firstLines[1]], [0, 0])
  const sheets = results.filter((one) => one[kind].sheets[0] === one[kind].sheets[1]).length
  return {
    headings,
    right: headings - missed,
    share: (headings - missed) / headings,
    firstLines: lines[0] / lines[1],
    sameLength: sheets / results.length,
  }
}
const figures = { documents: results.length, copy: rate('copy'), delivered: rate('delivered') }
const kept = JSON.parse(readFileSync(join(root, 'scripts', 'verify-docx.json'), 'utf8'))
const percent = (share) => `${(100 * share).toFixed(2)} %`

if (asJson) process.stdout.write(`${JSON.stringify({ figures, results }, null, 2)}\n`)
else {
  for (const kind of ['copy', 'delivered']) {
    const { headings, right, share, firstLines, sameLength } = figures[kind]
    process.stdout.write(
      `${kind.padEnd(9)} headings on their page ${right} of ${headings} (${percent(share)}), first lines alike ${percent(firstLines)}, same number of pages ${percent(sameLength)}\n`,
    )
  }
  for (const { geometry, seed, copy } of results)
    for (const miss of copy.misses.slice(0, 3)) process.stdout.write(`  ${geometry}, issue ${seed}: ${miss}\n`)
}
for (const kind of ['copy', 'delivered']) {
  if (figures[kind].share >= kept[kind]) continue
  process.stderr.write(
    `${kind}: ${percent(figures[kind].share)} is less than the ${percent(kept[kind])} kept in scripts/verify-docx.json\n`,
  )
  process.exitCode = 1
}
