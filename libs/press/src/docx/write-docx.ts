import type { Layout } from '#lib/typeset'
import type { DocxOptions } from './docx-options.js'
import { DocxPackage } from './docx-package.js'

/**
 * Writes the flow of a layout as a Word document: named styles, real headings, contents with stored page numbers taken from the pages,
 * sections with their own numbering. The same layout and pictures give the same bytes.
 * A picture that was not handed in is a fault.
 */
export async function writeDocx(layout: Layout, pictures: ReadonlyMap<string, Uint8Array>, options: DocxOptions): Promise<Uint8Array> {
  return new DocxPackage(layout, pictures, options).write()
}
