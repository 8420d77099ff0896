import { strFromU8, unzipSync } from 'fflate'
import { manifestProperty } from './docx/property-parts.js'

/**
 * The hash of the manifest a printed file names: from the custom properties of a DOCX, from the metadata of a PDF.
 * Null for files that name none, and for bytes that are neither.
 */
export function manifestHashOf(file: Uint8Array): string | null {
  if (startsWith(file, 'PK')) return fromDocx(file)
  return startsWith(file, '%PDF') ? fromPdf(file) : null
}

const startsWith = (file: Uint8Array, mark: string): boolean => strFromU8(file.subarray(0, mark.length), true) === mark

function fromDocx(file: Uint8Array): string | null {
  try {
    const part = unzipSync(file, { filter: ({ name }) => name === 'docProps/custom.xml' })['docProps/custom.xml']
    const property = new RegExp(`name="${manifestProperty}"[^>]*>\\s*<vt:lpwstr>([0-9a-f]+)<`)
    return part === undefined ? null : (property.exec(strFromU8(part))?.[1] ?? null)
  } catch {
    return null
  }
}

/** The metadata packet is written uncompressed, so that it can be read without opening the file. Source: ISO 19005-2 §6.6.2. */
function fromPdf(file: Uint8Array): string | null {
  const text = strFromU8(file, true)
  return /<dc:identifier>sha256:([0-9a-f]+)<\/dc:identifier>/.exec(text)?.[1] ?? null
}
