/** Makes `dist/printing.cjs`: all that prints an issue in one file, so that a printing process opens one file in place of three hundred and V8 can keep what it compiled. */
import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What the printing process is asked for. */
const entry = `
export { renderIssue } from './dist/apps/server/src/editions/press-task.js'
export { createTypesetter, openFaces, readTemplate } from '#lib/typeset'
export { writeDocx, writePdf } from '#lib/press'
`

/** What pdfkit brings for setting text and for locking files, neither of which is its business here (libs/press/src/pdf/load-pdfkit.ts). */
const left = new Set(['fontkit', 'linebreak', '@noble/ciphers/aes'])

const ENTRY = '\0printing'
const NOTHING = '\0nothing'

const rooms = {
  name: 'rooms',
  resolveId(source, importer) {
    if (source === ENTRY) return { id: join(root, 'printing-entry.js'), moduleSideEffects: true }
    if (left.has(source) && importer?.includes('/pdfkit/')) return NOTHING
    return null
  },
  load(id) {
    if (id === NOTHING) return 'module.exports = {}'
    if (id === join(root, 'printing-entry.js')) return entry
    if (id.endsWith('/load-pdfkit.js')) return "export const loadPdfkit = () => require('pdfkit')"
    return null
  },
  // A script has no import of its own; `openBundle` lends it one.
  renderChunk: (code) => code.replace(/\bimport\((?=")/g, 'module.import('),
  transform(code, id) {
    // pdfkit finds its colour profile beside itself.
    return id.endsWith('/pdfkit/js/pdfkit.js') ? code.replaceAll('__filename', "require.resolve('pdf' + 'kit')") : null
  },
}

const bundle = await rolldown({
  cwd: root,
  input: ENTRY,
  platform: 'node',
  // Fonts of the other outline kind are rare: their reader is loaded when one comes.
  external: (id, importer) => id.startsWith('node:') || (id === 'fontkit' && !importer?.includes('/pdfkit/')),
  plugins: [rooms],
  // The rooms are pure and declare no work of their own: what is not asked for is left out.
  treeshake: { moduleSideEffects: (id) => !/[\\/]dist[\\/](libs|apps)[\\/]/.test(id) },
  logLevel: 'silent',
})
const dist = join(root, 'dist')
for (const name of readdirSync(dist)) if (name.startsWith('printing.cjs.')) rmSync(join(dist, name), { force: true })
await bundle.write({ file: join(dist, 'printing.cjs'), format: 'cjs', codeSplitting: false })
