import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { invalid } from '#lib/editorial'

export type Parts = ReadonlyMap<string, Uint8Array>

/** House: limits of collect-and-proof §2.1; the largest honest document seen has 300 entries and 40 MB of pictures. */
const MOST_ENTRIES = 2000
const MOST_XML = 20 * 1024 * 1024
const MOST_MEDIA = 40 * 1024 * 1024
const MOST_TOTAL = 200 * 1024 * 1024

const WANTED =
  /^(?:_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|word\/theme\/theme1\.xml|word\/media\/[^/]+)$/
const MACROS = /^(?:word|xl)\/vbaProject\.bin$/

/** The parts of a file of this kind that are `wanted`, of a Word file those that are read, unpacked under guard: a part that says less than it holds stops the reading. */
export async function readParts(bytes: Uint8Array, name: string, wanted: RegExp = WANTED): Promise<Parts> {
  const zip = await openZip(bytes, name)
  try {
    return await unpack(zip, name, wanted)
  } finally {
    zip.close()
  }
}

function openZip(bytes: Uint8Array, name: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: false },
      (error, zip) => {
        if (error !== null || zip === undefined) reject(invalid('ingest/not-docx', { name }))
        else resolve(zip)
      },
    )
  })
}

async function unpack(zip: ZipFile, name: string, wanted: RegExp): Promise<Parts> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of await entriesOf(zip, name)) {
    if (!wanted.test(entry.fileName)) continue
    const most = entry.fileName.startsWith('word/media/') ? MOST_MEDIA : MOST_XML
    const part = await readEntry(zip, entry, Math.min(most, MOST_TOTAL - total), name)
    total += part.length
    parts.set(entry.fileName, part)
  }
  return parts
}

/** All entries, looked at before one is unpacked: what honest programs never write is refused whole. */
async function entriesOf(zip: ZipFile, name: string): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw invalid('ingest/too-large', { name })
  const entries: Entry[] = []
  const names = new Set<string>()
  let total = 0
  for (let entry = await nextEntry(zip, name); entry !== null; entry = await nextEntry(zip, name)) {
    if (MACROS.test(entry.fileName)) throw invalid('ingest/macros', { name })
    if (entry.isEncrypted()) throw invalid('ingest/encrypted', { name })
    total += entry.uncompressedSize
    if (total > MOST_TOTAL || swells(entry)) throw invalid('ingest/too-large', { name })
    if (names.has(entry.fileName) || isLink(entry)) throw invalid('ingest/odd-archive', { name })
    names.add(entry.fileName)
    entries.push(entry)
  }
  return entries
}

/** House: the tables of the most repetitive honest document shrink to a sixtieth; above 1 MB nothing shrinks to less than a two-hundredth. */
const swells = (entry: Entry): boolean => entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > 200 * entry.compressedSize

/** A link to another file; names that lead out of the archive are refused on opening. Source: APPNOTE 4.4.15, the upper half of the attributes is the mode of Unix; 0120000 is a link. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

function nextEntry(zip: ZipFile, name: string): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      zip.removeAllListeners()
    }
    zip.once('entry', (entry: Entry) => {
      done()
      resolve(entry)
    })
    zip.once('end', () => {
      done()
      resolve(null)
    })
    zip.once('error', () => {
      done()
      reject(invalid('ingest/not-docx', { name }))
    })
    zip.readEntry()
  })
}

function readEntry(zip: ZipFile, entry: Entry, most: number, name: string): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) return Promise.reject(invalid('ingest/too-large', { name }))
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(invalid('ingest/not-docx', { name }))
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
      stream.on('error', () => reject(invalid('ingest/not-docx', { name })))
    })
  })
}
