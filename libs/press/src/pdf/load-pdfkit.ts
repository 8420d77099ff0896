import { createRequire } from 'node:module'
import type PdfkitDocument from 'pdfkit'

/** What pdfkit needs only for setting text, which is never its business here. */
const TEXT_SETTING = ['fontkit', 'linebreak']

let loaded: typeof PdfkitDocument | null = null

/**
 * Loads pdfkit when the first file is written, without its text setter: to open fonts and to break lines it brings two packages that take four times as long
 * to load as pdfkit itself. Whoever else asks for these gets them whole.
 */
export function loadPdfkit(): typeof PdfkitDocument {
  loaded ??= loadWithout(createRequire(import.meta.url))
  return loaded
}

function loadWithout(require: NodeJS.Require): typeof PdfkitDocument {
  const near = createRequire(require.resolve('pdfkit'))
  const left = TEXT_SETTING.map((name) => near.resolve(name)).filter((path) => require.cache[path] === undefined)
  for (const path of left) require.cache[path] = emptyModule(path)
  try {
    return require('pdfkit') as typeof PdfkitDocument
  } finally {
    for (const path of left) Reflect.deleteProperty(require.cache, path)
  }
}

const emptyModule = (path: string): NodeJS.Module => ({ id: path, filename: path, loaded: true, exports: {} }) as NodeJS.Module
