/**
 * Makes the parts of the house that must start at once, each in one file: `dist/printing.cjs`, which the printing process opens, and `dist/proofing.cjs` for `bianyin proof`.
 * One file is opened in place of hundreds, and V8 can keep what it compiled of it (docs/decisions/0012-printing-bundle.md).
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

/** What each part is asked for. */
const parts = {
  printing: `
import { config } from 'zod'
export { renderIssue } from './dist/apps/server/src/editions/press-task.js'
export { createTypesetter, openFaces, readTemplate } from '#lib/typeset'
export { writeDocx, writePdf } from '#lib/press'
// One template is read: code made for reading many would cost more than it saves.
config({ jitless: true })
`,
  proofing: `
export { runCommand } from './dist/apps/server/src/platform/command/run-command.js'
export { proof } from './dist/apps/server/src/commands/proof.js'
`,
}

/** What pdfkit brings for setting text and for locking files, neither of which is its business here (libs/press/src/pdf/load-pdfkit.ts); chance, which its hashes never ask for, takes Node 15 ms to load. */
const left = new Set(['fontkit', 'linebreak', '@noble/ciphers/aes', '@noble/hashes/crypto'])
const NOTHING = '\0nothing'

/** What is loaded late in the sources stays outside and is loaded late: files of ours by their way from `dist`, packages by name. */
function late(source, importer) {
  if (!source.startsWith('.')) return { id: source, external: true }
  const file = resolve(dirname(importer), source)
  return { id: `./${relative(dist, file).split(sep).join('/')}`, external: true }
}

const rooms = (name) => ({
  name: 'rooms',
  resolveId(source, importer, { kind }) {
    if (source === name) return { id: join(root, `${name}-entry.js`), moduleSideEffects: true }
    if (kind === 'dynamic-import') return late(source, importer)
    return left.has(source) && /[\\/](pdfkit|@noble)[\\/]/.test(importer ?? '') ? NOTHING : null
  },
  load(id) {
    if (id === NOTHING) return 'module.exports = {}'
    if (id === join(root, `${name}-entry.js`)) return parts[name]
    return id.endsWith('/load-pdfkit.js') ? "export const loadPdfkit = () => require('pdfkit')" : null
  },
  transform(code, id) {
    // pdfkit finds its colour profile beside itself.
    if (!id.endsWith('/pdfkit/js/pdfkit.js')) return null
    const way = relative(dist, id).split(sep).join('/')
    return code.replaceAll('__filename', `require('node:path').join(__dirname, ${JSON.stringify(way)})`)
  },
  // A script has no import of its own; `openBundle` lends it one.
  renderChunk: (code) => code.replace(/\bimport\((?=")/g, 'module.import('),
})

async function make(name) {
  const bundle = await rolldown({
    cwd: root,
    input: name,
    platform: 'node',
    external: /^node:/,
    plugins: [rooms(name)],
    // The rooms are pure and declare no work of their own: what is not asked for is left out.
    treeshake: { moduleSideEffects: (id) => !/[\\/]dist[\\/](libs|apps)[\\/]/.test(id) },
    makeAbsoluteExternalsRelative: false,
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'cjs', codeSplitting: false })
  writeFileSync(join(dist, `${name}.cjs`), inAscii(output[0].code))
}

/** One byte a character, so that V8 holds half of it and reads it as it lies; what is written otherwise means the same in strings, patterns and remarks. */
const inAscii = (code) => code.replace(/[\x80-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

for (const name of readdirSync(dist)) if (/\.cjs\../.test(name)) rmSync(join(dist, name), { force: true })
for (const name of Object.keys(parts)) await make(name)
