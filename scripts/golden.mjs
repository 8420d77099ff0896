/**
 * `npm run golden [-- --keep]`: prints the sample issue of every house style and shows one small image of each kind of page.
 * Writes PDFs and images to out/golden; with --keep the images go to docs/pages, to be looked at and committed. Images need pdftoppm (poppler).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../bin/build.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(root, 'out', 'golden')
const images = process.argv.includes('--keep') ? join(root, 'docs', 'pages') : out

ensureBuilt({ only: 'server' })
const door = (room) => import(join(root, 'dist', 'libs', room, 'src', 'index.js'))
const [{ sha256Hex }, { readIssueYaml, readMarkdown, withDescription }, { createTypesetter, openFaces, readTemplate }, { writePdf }] =
  await Promise.all(['editorial', 'ingest', 'typeset', 'press'].map(door))

/** What an image is called, and how its page is known. The first page that fits is taken. */
const kinds = [
  ['cover', (page, layout) => layout.sections[page.section].role === 'cover'],
  ['contents', (page, layout) => layout.sections[page.section].role === 'contents' && !page.blank],
  ['opening', (page, layout) => layout.sections[page.section].role === 'body' && page.label === '1'],
  [
    'text',
    (page, layout) =>
      page.lines.length > layout.sheet.master.lines - 2 && hasOnly(page, layout, ['paragraph', 'heading-1', 'heading-2', 'heading-3']),
  ],
  ['table', (page, layout) => has(page, layout, 'table-cell')],
  ['figure', (page) => page.art.some((art) => art.kind === 'image')],
  ['notes', (page, layout) => has(page, layout, 'footnote')],
  ['letter', (page, layout) => has(page, layout, 'letter-heading')],
  ['interview', (page, layout) => has(page, layout, 'turn')],
  ['signature', (page, layout) => has(page, layout, 'signature')],
  ['colophon', (page, layout) => has(page, layout, 'colophon')],
]

const rolesOf = (page, layout) => {
  const blocks = new Map(
    layout.flow
      .flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells.map((cell) => cell.content)) : [block]))
      .map((block) => [block.id, block]),
  )
  return page.lines.map((line) => blocks.get(line.block)?.role)
}
const has = (page, layout, role) => rolesOf(page, layout).includes(role)
const hasOnly = (page, layout, roles) => rolesOf(page, layout).every((role) => roles.includes(role))

const faces = openFaces(
  ['song', 'title', 'hei', 'kai'].map((role) => {
    const bytes = readFileSync(join(root, 'fonts', `bianyin-${role}.ttf`))
    return { id: role, role, bytes, sha256: sha256Hex(bytes) }
  }),
)

function readSample(style) {
  const folder = join(root, 'templates', style, 'sample')
  const described = readIssueYaml(readFileSync(join(folder, 'issue.yaml'), 'utf8'))
  const files = readdirSync(folder).filter((name) => /\.(png|jpe?g)$/.test(name))
  const attachments = Object.fromEntries(files.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
  const columns = described.columns.map((column) => ({
    name: column.name,
    articles: column.articles.map((entry) =>
      withDescription(readMarkdown(readFileSync(join(folder, entry.file), 'utf8'), attachments).content, entry),
    ),
  }))
  const pictures = new Map(Object.values(attachments).map((bytes) => [sha256Hex(bytes), bytes]))
  return { issue: { ...described, columns }, pictures }
}

function showPage(pdf, style, kind, number) {
  const name = join(images, `${style}-${kind}`)
  const args = ['-png', '-r', '50', '-f', String(number), '-l', String(number), '-singlefile', pdf, name]
  const { error } = spawnSync('pdftoppm', args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (error !== undefined) {
    console.log('pdftoppm is not installed: PDFs only')
    return false
  }
  console.log(`  ${style}-${kind}.png  sheet ${number}`)
  return true
}

mkdirSync(out, { recursive: true })
mkdirSync(images, { recursive: true })
let shows = true
for (const style of readdirSync(join(root, 'templates')).sort()) {
  const { issue, pictures } = readSample(style)
  const template = readTemplate(JSON.parse(readFileSync(join(root, 'templates', style, 'template.json'), 'utf8')))
  const layout = createTypesetter(template, faces).layOut(issue)
  const pdf = join(out, `${style}.pdf`)
  writeFileSync(pdf, await writePdf(layout, faces, pictures, { producer: 'Bianyin golden' }))
  console.log(`${pdf}  ${layout.pages.length} pages`)
  for (const [kind, fits] of kinds) {
    const page = layout.pages.find((one) => fits(one, layout))
    if (page !== undefined && shows) shows = showPage(pdf, style, kind, page.number)
  }
}
