import { join } from 'node:path'
import { unzlibSync } from 'fflate'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

const packageFolder = join(import.meta.dirname, '../node_modules/pdfjs-dist/')

/** Opens a PDF in this process, with a reader that is not ours. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes.slice(),
    verbosity: 0,
    cMapUrl: `${packageFolder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${packageFolder}standard_fonts/`,
  }).promise
}

/** The text of each page in the order of its content stream, blanks taken out. */
export async function pageTexts(document: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    )
  }
  return texts
}

export interface TagNode {
  readonly role: string
  readonly children: readonly TagNode[]
}

/** The structure of a page as an indented list of tags, content left out. */
export async function tagsOf(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number)
  const tree = (await page.getStructTree()) as TagNode | null
  const lines: string[] = []
  const walk = (node: TagNode, depth: number): void => {
    if (node.role !== undefined && node.role !== 'Root') lines.push(`${'  '.repeat(depth)}${node.role}`)
    for (const child of node.children ?? []) walk(child, node.role === 'Root' ? 0 : depth + 1)
  }
  if (tree !== null) walk(tree, 0)
  return lines.join('\n')
}

/** A file as text of one byte a character, its object streams unpacked behind it. */
export function unpackedPdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1')
  const streams = [...file.matchAll(/\/Type \/ObjStm[\s\S]*?\/Length (\d+)[\s\S]*?stream\n/g)]
  const unpacked = streams.map((match) => {
    const start = (match.index ?? 0) + match[0].length
    return Buffer.from(unzlibSync(Buffer.from(file.slice(start, start + Number(match[1])), 'latin1'))).toString('latin1')
  })
  return [file, ...unpacked].join('\n')
}
