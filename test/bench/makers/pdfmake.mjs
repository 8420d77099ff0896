import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../issues.mjs'
import { plainLines } from './plain.mjs'

/** pdfmake with its own contents. */
export function openPdfmake() {
  const pdfmake = createRequire(join(root, 'test', 'bench', 'peers', 'package.json'))('pdfmake')
  const face = (role) => ({ normal: join(root, 'fonts', `bianyin-${role}.ttf`) })
  pdfmake.addFonts({ Song: face('song'), Hei: face('hei'), Title: face('title') })
  pdfmake.setUrlAccessPolicy?.(() => false)
  return Promise.resolve((issue) => pdfmake.createPdf(definition(plainLines(issue))).getBuffer())
}

function definition(lines) {
  const contents = { toc: { title: { text: '目　录', font: 'Hei', fontSize: 22, alignment: 'center' } } }
  const content = lines.map(({ kind, text }) => {
    if (kind === 'title') return { text, font: 'Title', fontSize: 22, alignment: 'center', pageBreak: 'before', tocItem: true }
    if (kind === 'paragraph') return { text, alignment: 'justify', leadingIndent: 32 }
    return { text, font: 'Hei', alignment: kind === 'source' ? 'center' : 'left' }
  })
  return {
    pageSize: 'A4',
    pageMargins: [79, 105, 68, 99],
    content: [contents, ...content],
    footer: (page) => ({ text: `— ${page} —`, alignment: 'center' }),
    defaultStyle: { font: 'Song', fontSize: 16, lineHeight: 1.3 },
  }
}
