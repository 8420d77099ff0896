/** `node print-sample.mjs STYLE`: prints the hashes of the two files of a style's sample, made by the built house: for a test that runs it elsewhere. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../bin/build.js'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
ensureBuilt({ quiet: true, only: 'server' })
const door = (room) => import(join(root, 'dist', 'libs', room, 'src', 'index.js'))
const [{ readIssueYaml, readMarkdown, withDescription }, { createTypesetter, openFaces, readTemplate }, { writeDocx, writePdf }] =
  await Promise.all(['ingest', 'typeset', 'press'].map(door))

const style = process.argv[2]
const folder = join(root, 'templates', style, 'sample')
const pictures = readdirSync(folder).filter((name) => /\.(png|jpe?g)$/.test(name))
const attachments = Object.fromEntries(pictures.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]))
const described = readIssueYaml(readFileSync(join(folder, 'issue.yaml'), 'utf8'))
const columns = described.columns.map((column) => ({
  name: column.name,
  articles: column.articles.map((entry) =>
    withDescription(readMarkdown(readFileSync(join(folder, entry.file), 'utf8'), attachments).content, entry),
  ),
}))
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex')
const byHash = new Map(Object.values(attachments).map((bytes) => [hash(bytes), bytes]))
const faces = openFaces(
  ['song', 'title', 'hei', 'kai'].map((role) => ({
    id: role,
    role,
    sha256: role,
    bytes: readFileSync(join(root, 'fonts', `bianyin-${role}.ttf`)),
  })),
)
const template = readTemplate(JSON.parse(readFileSync(join(root, 'templates', style, 'template.json'), 'utf8')))
const layout = createTypesetter(template, faces).layOut({ ...described, columns })
for (const bytes of [await writePdf(layout, faces, byHash, { producer: 'test' }), await writeDocx(layout, byHash, { producer: 'test' })])
  process.stdout.write(`${hash(bytes)}\n`)
