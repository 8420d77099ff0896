import { unzipSync } from 'fflate'
import { zipPackage } from './zip.js'

/**
 * A copy of a document for the verifier only: LibreOffice reads `overflowPunct` the wrong way round and would hang marks where Word does not.
 * House: measured with LibreOffice 7.4; every other part stays as it is.
 */
export function verifierCopy(docx: Uint8Array): Uint8Array {
  const decoder = new TextDecoder()
  const files = Object.entries(unzipSync(docx)).map(([path, bytes]) => {
    if (path !== 'word/styles.xml') return { path, content: bytes }
    return { path, content: decoder.decode(bytes).replaceAll('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>') }
  })
  return zipPackage(files)
}
