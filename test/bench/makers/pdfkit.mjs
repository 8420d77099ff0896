import { join } from 'node:path'
import { root } from '../issues.mjs'
import { plainLines } from './plain.mjs'

/** pdfkit as people write it: its own text layer, laid out twice for the contents numbers. */
export async function openPdfkit() {
  const { default: PDFDocument } = await import('pdfkit')
  return (issue) => {
    const lines = plainLines(issue)
    const pages = draw(PDFDocument, lines, [], null)
    const chunks = []
    return new Promise((resolve) => {
      draw(PDFDocument, lines, pages, (document) => {
        document.on('data', (chunk) => chunks.push(chunk))
        document.on('end', () => resolve(Buffer.concat(chunks)))
      })
    })
  }
}

function draw(PDFDocument, lines, known, listen) {
  const document = new PDFDocument({ size: 'A4', margins: { top: 105, bottom: 99, left: 79, right: 68 }, bufferPages: false })
  listen?.(document)
  const face = (role) => join(root, 'fonts', `bianyin-${role}.ttf`)
  for (const role of ['song', 'title', 'hei']) document.registerFont(role, face(role))
  let page = 1
  document.on('pageAdded', () => {
    page += 1
  })
  const titles = lines.filter(({ kind }) => kind === 'title')
  document.font('hei').fontSize(22).text('目　录', { align: 'center' })
  document.font('song').fontSize(14)
  for (const [index, { text }] of titles.entries()) document.text(`${text} …… ${known[index] ?? 0}`, { lineGap: 8 })
  const found = []
  for (const { kind, text } of lines) {
    if (kind === 'title') {
      document.addPage()
      found.push(page)
      document.font('title').fontSize(22).text(text, { align: 'center' })
    } else if (kind === 'paragraph') document.font('song').fontSize(16).text(text, { align: 'justify', indent: 32, lineGap: 6 })
    else
      document
        .font('hei')
        .fontSize(16)
        .text(text, { align: kind === 'source' ? 'center' : 'left', lineGap: 6 })
  }
  document.end()
  if (listen === null) document.resume()
  return found
}
