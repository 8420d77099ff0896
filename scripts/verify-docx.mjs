/**
 * `npm run verify:docx [-- --full] [--json]`: makes issues, writes them, and asks three others where their headings stand: LibreOffice with the verifier's copy
 * (in which it does what Word would), LibreOffice with the file as delivered, and the emulator of Word in the docx package. Compared with the contents numbers written in the DOCX and with the PDF.
 * Six short documents, or fifty-four of usual length with --full, over three geometries, and the bulletins at hand. Fails where a figure falls below what `scripts/verify-docx.json` keeps.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../bin/build.js'
import { bulletinsAtHand, makeIssue, readStock } from './made-issues.mjs'
import { bare, convert, readConverted, readPdf } from './office.mjs'
import { emulate } from './word-emulator.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const full = process.argv.includes('--full')
const asJson = process.argv.includes('--json')

ensureBuilt({ only: 'server' })
const door = (room) => import(join(root, 'dist', 'libs', room, 'src', 'index.js'))
const [ingest, { createTypesetter, openFaces, readTemplate }, { verifierCopy, writeDocx, writePdf }] = await Promise.all(
  ['ingest', 'typeset', 'press'].map(door),
)

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
const styleOf = (name) => JSON.parse(readFileSync(join(root, 'templates', name, 'template.json'), 'utf8'))
const stock = readStock(root, ingest)
const work = mkdtempSync(join(tmpdir(), 'verify-docx-'))

/** Every document to be verified: what it is called, its style, its issue. */
function* documents() {
  const planned = styleOf('planning-and-decision')
  let seed = 0
  for (const [geometry, page] of Object.entries(geometries)) {
    const template = { ...planned, page: { ...planned.page, ...page } }
    for (let n = full ? 18 : 2; n > 0; n--) {
      seed += 1
      yield { group: geometry, name: `${geometry}, issue ${seed}`, template, issue: makeIssue(stock, seed, { short: !full }) }
    }
  }
  for (const { name, style, issue } of bulletinsAtHand(root, ingest)) yield { group: 'at hand', name, template: styleOf(style), issue }
}

/** What our own two files say: each contents entry with its sheet and its number, and the sheets of the PDF behind both. */
async function plan({ group, name, template, issue }, number) {
  const layout = createTypesetter(readTemplate(template), faces).layOut(issue)
  const docx = await writeDocx(layout, stock.pictures, { producer: 'verify' })
  writeFileSync(join(work, `d${number}.docx`), docx)
  writeFileSync(join(work, `c${number}.docx`), verifierCopy(docx))
  const pdf = await readPdf(await writePdf(layout, faces, stock.pictures, { producer: 'verify' }))
  const entries = layout.flow.filter((block) => block.kind === 'text' && block.target !== undefined && block.label !== undefined)
  const doubtful = layout.warnings.filter(({ code }) => code === 'typeset/page-count-doubtful').map(({ article }) => article)
  return { group, name, number, layout, pdf, entries, doubtful, word: await emulate(docx) }
}

/** Compares a reading of a PDF with the plan: contents numbers, all headings, length, first lines. */
function compare({ layout, entries }, { headings, sheets, firstLines }) {
  const texts = new Map(layout.flow.filter((block) => block.kind === 'text').map((block) => [block.id, block.text]))
  const listed = new Set(entries.map((entry) => entry.target))
  /** @typedef {{ title: string, article: number | null, planned: number, found: number | null }} Miss */
  const misses = { contents: /** @type {Miss[]} */ ([]), headings: /** @type {Miss[]} */ ([]) }
  layout.landmarks.forEach((landmark, index) => {
    const found = headings[index]
    const named =
      found !== undefined && [texts.get(landmark.block), landmark.title].some((title) => bare(title ?? '') === bare(found.title))
    if (named && found.page === landmark.page) return
    const miss = { title: landmark.title, article: landmark.article, planned: landmark.page, found: named ? found.page : null }
    misses.headings.push(miss)
    if (listed.has(landmark.block)) misses.contents.push(miss)
  })
  const starts = layout.pages.map((page) =>
    bare(texts.get(page.lines[0]?.block)?.slice(page.lines[0].from, page.lines[0].to) ?? '').slice(0, 6),
  )
  const lines = starts.filter((start) => start !== '').length
  const alike = starts.filter((start, index) => start !== '' && firstLines[index]?.startsWith(start)).length
  return {
    contents: entries.length,
    headings: layout.landmarks.length,
    misses,
    sheets: [layout.pages.length, sheets],
    firstLines: [alike, lines],
  }
}

/** Entries whose number is not the label of the PDF's page under their heading. */
function offInPdf({ entries, layout, pdf }) {
  const order = new Map(layout.landmarks.map((landmark, index) => [landmark.block, index]))
  return entries.filter(({ target, label }) => {
    const heading = pdf.headings[order.get(target)]
    return heading === undefined || pdf.labels[heading.page - 1] !== label
  })
}

/** Entries whose number is not what the emulator of Word finds. */
const offInWord = ({ entries, word }) =>
  entries.filter(({ label }, index) => word.get(`_Toc${100000001 + index}`) !== label).map(({ text }) => text)

async function judge(job) {
  return {
    group: job.group,
    name: job.name,
    entries: job.entries.length,
    doubtful: job.doubtful,
    pdf: offInPdf(job).length,
    word: offInWord(job),
    copy: compare(job, await readConverted(work, `c${job.number}.pdf`)),
    delivered: compare(job, await readConverted(work, `d${job.number}.pdf`)),
  }
}

/** Documents LibreOffice is given in one call: to start it costs as much as a document, and while it works the next are planned. */
const BATCH = full ? 6 : 4

/** Plans documents batch by batch; while LibreOffice converts one, those before it are judged and the next are planned. */
async function verify() {
  const results = []
  let before = null
  const all = [...documents()]
  for (let start = 0; start < all.length; start += BATCH) {
    const jobs = []
    for (const [index, document] of all.slice(start, start + BATCH).entries()) jobs.push(await plan(document, start + index + 1))
    if (before !== null) await before.converted
    const names = jobs.flatMap(({ number }) => [`d${number}.docx`, `c${number}.docx`])
    const converted = convert(root, work, names)
    converted.catch(() => {})
    if (before !== null) for (const job of before.jobs) results.push(await judge(job))
    before = { jobs, converted }
  }
  await before.converted
  for (const job of before.jobs) results.push(await judge(job))
  return results
}

const results = await verify().finally(() => rmSync(work, { recursive: true, force: true }))

const total = (of) => results.reduce((sum, one) => sum + of(one), 0)
const contents = total(({ copy }) => copy.contents)
const rate = (kind) => ({
  contents: 1 - total((one) => one[kind].misses.contents.length) / contents,
  headings: 1 - total((one) => one[kind].misses.headings.length) / total((one) => one[kind].headings),
  firstLines: total((one) => one[kind].firstLines[0]) / total((one) => one[kind].firstLines[1]),
  sameLength: results.filter((one) => one[kind].sheets[0] === one[kind].sheets[1]).length / results.length,
})
const figures = {
  documents: results.length,
  contents,
  doubtful: total((one) => one.doubtful.length),
  pdf: 1 - total((one) => one.pdf) / contents,
  word: 1 - total((one) => one.word.length) / contents,
  copy: rate('copy'),
  delivered: rate('delivered'),
}
const percent = (share) => `${(100 * share).toFixed(2)} %`

function print() {
  const line = (text) => process.stdout.write(`${text}\n`)
  line(`${figures.documents} documents, ${contents} contents entries, ${figures.doubtful} articles called doubtful`)
  line(`contents numbers = labels of the PDF            ${percent(figures.pdf)}`)
  line(`contents numbers = pages in the emulator of Word ${percent(figures.word)}`)
  for (const [kind, name] of [
    ['copy', 'LibreOffice, verifier’s copy'],
    ['delivered', 'LibreOffice, as delivered'],
  ]) {
    const { headings, firstLines, sameLength } = figures[kind]
    line(
      `contents numbers = pages in ${name}: ${percent(figures[kind].contents)}; headings ${percent(headings)}, first lines ${percent(firstLines)}, same length ${percent(sameLength)}`,
    )
  }
  for (const { name, doubtful, word, copy, delivered } of results) {
    for (const title of word) line(`  Word       ${name}: ${title}`)
    for (const [kind, { misses }] of Object.entries({ copy, delivered }))
      for (const { title, article, planned, found } of misses.contents)
        line(
          `  ${kind.padEnd(10)} ${name}: ${title}: ${planned} planned, ${found ?? 'nowhere'} found${doubtful.includes(article) ? ' (called doubtful)' : ''}`,
        )
  }
}

if (asJson) process.stdout.write(`${JSON.stringify({ figures, results }, null, 2)}\n`)
else print()

const kept = JSON.parse(readFileSync(join(root, 'scripts', 'verify-docx.json'), 'utf8'))[full ? 'full' : 'ci']
const fallen = Object.entries({ pdf: figures.pdf, word: figures.word, copy: figures.copy.contents, delivered: figures.delivered.contents })
for (const [kind, share] of fallen) {
  if (share >= kept[kind]) continue
  process.stderr.write(`${kind}: ${percent(share)} is less than the ${percent(kept[kind])} kept in scripts/verify-docx.json\n`)
  process.exitCode = 1
}
