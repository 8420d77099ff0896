/** The makers that are compared, each with how it is opened and whether it is here. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './issues.mjs'

const peer = (name) => existsSync(join(root, 'test', 'bench', 'peers', 'node_modules', name))
const program = (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined
const from = (file, door) => async () => (await import(`./makers/${file}.mjs`))[door]()

export const makers = {
  pdf: { title: 'ours: layout + PDF', open: from('ours', 'openPdf'), here: () => true },
  layout: { title: 'ours: layout alone', open: from('ours', 'openLayout'), here: () => true },
  docx: { title: 'ours: layout + DOCX', open: from('ours', 'openDocx'), here: () => true },
  'docx-writer': { title: 'ours: DOCX alone', open: from('ours', 'openDocxWriter'), here: () => true },
  typst: { title: 'Typst', open: from('typst', 'openTypst'), here: () => peer('@myriaddreamin/typst-ts-node-compiler') },
  pdfkit: { title: 'pdfkit as people write it', open: from('pdfkit', 'openPdfkit'), here: () => true },
  pdfmake: { title: 'pdfmake', open: from('pdfmake', 'openPdfmake'), here: () => peer('pdfmake') },
  'naive-docx': { title: 'docx as people write it', open: from('docx', 'openNaiveDocx'), here: () => true },
  libreoffice: { title: 'LibreOffice, DOCX to PDF', open: from('libreoffice', 'openLibreOffice'), here: () => program('soffice') },
}
