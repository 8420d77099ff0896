import { unzipSync } from 'fflate'
import { zipPackage } from './zip.js'

/** A part of the copy that is changed, and what is changed in it. */
type Change = (xml: string) => string

/** LibreOffice reads `overflowPunct` the wrong way round and hangs marks where Word does not. */
const hangNothing: Change = (xml) => xml.replaceAll('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>')

/** Every Chinese face of Word fills its square; the open faces at hand set quotes in half of one, but for 宋体. */
const squareFaces: Change = (xml) => xml.replace(/w:eastAsia="(?:楷体|黑体|方正小标宋简体)"/g, 'w:eastAsia="宋体"')

/** Word adds the rule of a table to the height a row asks for, LibreOffice takes it from it. */
const ruledRows: Change = (xml) =>
  xml.replace(/(<w:trHeight w:val=")(\d+)"/g, (_, start: string, height: string) => `${start}${Number(height) + RULE}"`)
const RULE = 10

/** LibreOffice parts no full-width mark from the figure or letter after it, Word does. */
const openMarks: Change = (xml) => xml.replace(/([，。、”’）》〉】〕])(?=[0-9A-Za-z])/g, '$1\u200b')

const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'word/styles.xml': [hangNothing, squareFaces],
  'word/document.xml': [ruledRows, openMarks],
  'word/footnotes.xml': [openMarks],
}

/**
 * A copy of a document for the verifier only, in which LibreOffice does what Word would: it is to show how the pages fall in Word, not how they look.
 * House: each difference was measured with LibreOffice 7.4; every other part stays as it is.
 */
export function verifierCopy(docx: Uint8Array): Uint8Array {
  const decoder = new TextDecoder()
  const files = Object.entries(unzipSync(docx)).map(([path, bytes]) => {
    const changes = CHANGES[path]
    return { path, content: changes === undefined ? bytes : changes.reduce((xml, change) => change(xml), decoder.decode(bytes)) }
  })
  return zipPackage(files)
}
