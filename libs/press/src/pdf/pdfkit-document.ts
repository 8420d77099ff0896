import type PdfkitDocument from 'pdfkit'
import { ContentDigest } from './content-digest.js'
import { loadPdfkit } from './load-pdfkit.js'
import { PackedObjects } from './packed-objects.js'
import { StreamPress } from './stream-press.js'
import { writtenObject } from './written-object.js'

/**
 * The one place that knows pdfkit: it serialises objects, compresses streams, keeps the cross-reference table and reads PNG and JPEG.
 * Its text layer is never used. The members named in `PdfkitInternals` are not public; `pdfkit-document.test.ts` holds them to what is used here.
 */
export type PdfData = { [key: string]: unknown }

/** An object of the file: `data` may be changed until `end`. */
export interface PdfRef {
  readonly id: number
  data: PdfData
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
}

export interface PdfPage {
  readonly dictionary: PdfRef
  readonly content: PdfRef
  readonly fonts: { [name: string]: PdfRef }
  readonly xobjects: { [name: string]: PdfRef }
  readonly annotations: PdfRef[]
}

export interface PdfPicture {
  readonly width: number
  readonly height: number
  /** EXIF orientation 1–8 of a JPEG. */
  readonly orientation?: number
  readonly obj: PdfRef
}

/** A reference as pdfkit keeps it: `buffer` holds the chunks of its stream, none for a plain object. */
interface PdfkitRef extends PdfRef {
  buffer: readonly Uint8Array[]
  /** Whether the stream is still to be compressed. */
  compress: boolean
  offset: number
  finalize(): void
}

interface PdfkitInternals {
  page: PdfPage
  info: PdfData
  subset_conformance: string
  _offset: number
  _waiting: number
  readonly _id: Uint8Array
  readonly _info: PdfRef
  readonly _root: PdfkitRef
  readonly _offsets: (number | null)[]
  readonly outline: { readonly outlineData: PdfData; readonly dictionary: PdfkitRef }
  ref(data?: PdfData): PdfkitRef
  addPage(options: { size: [number, number]; margin: number }): void
  openImage(bytes: Uint8Array): PdfPicture & { embed(document: unknown): void }
  appendXML(xml: string): void
  end(): void
  read(): Uint8Array | null
  push(chunk: Uint8Array | null): boolean
  _addInfo(): void
  _finalize(): void
  _refEnd(ref: PdfkitRef): void
  _write(data: Uint8Array | string): void
}

export interface PdfFacts {
  readonly title: string
  readonly author: string | null
  readonly producer: string
  readonly language: string
  /** The date; nothing else may date the file. */
  readonly created: Date | null
  /** Descriptions for the metadata packet, already escaped. */
  readonly metadata: string
}

export class PdfObjects {
  private readonly chunks: Uint8Array[] = []
  private readonly packed = new PackedObjects()
  private readonly document: PdfkitInternals
  private readonly plainRef: PdfkitInternals['ref']
  /** Streams in the order they were ended, still to be written. */
  private readonly streams: { readonly finalize: () => void; readonly ready: Promise<void> | null }[] = []

  /** Opens an empty document; pdfkit is loaded here, late. */
  static open(facts: PdfFacts, press = new StreamPress()): PdfObjects {
    return new PdfObjects(loadPdfkit(), facts, press)
  }

  private constructor(
    Document: typeof PdfkitDocument,
    facts: PdfFacts,
    private readonly press: StreamPress,
  ) {
    const document = new Document(documentOptions(facts)) as unknown as PdfkitInternals
    this.document = document
    this.plainRef = document.ref.bind(document)
    if (facts.created === null) delete document.info.CreationDate
    // pdfkit has no name for level U of PDF/A-2: its B, renamed, since every face here has a ToUnicode map.
    document.subset_conformance = 'U'
    document._addInfo = () => document.appendXML(facts.metadata)
    this.collectChunks()
    this.packObjects()
  }

  /** The catalog of the document. */
  get catalog(): PdfData {
    return this.document._root.data
  }

  get outlineRoot(): PdfRef {
    return this.document.outline.dictionary
  }

  ref(data: PdfData = {}): PdfRef {
    return this.document.ref(data)
  }

  /** A text string object, as against a name. */
  text(value: string): unknown {
    return new String(value)
  }

  /** A new page whose content is written with the origin at the top left, y downwards. */
  page(width: number, height: number): PdfPage {
    this.document.addPage({ size: [width, height], margin: 0 })
    return this.document.page
  }

  /** A picture as an image object; throws whatever pdfkit throws where the bytes are no JPEG. */
  picture(bytes: Uint8Array): PdfPicture {
    const image = this.document.openImage(bytes)
    image.embed(this.document)
    return image
  }

  /** The finished file; an object that was never ended is a fault. */
  async finish(): Promise<Uint8Array> {
    this.document.end()
    this.writeGroups()
    for (const { finalize, ready } of this.streams) {
      if (ready !== null) await ready
      finalize()
    }
    if (this.document._waiting !== 0) throw new Error(`${this.document._waiting} objects of the file were not ended`)
    this.writeTable()
    this.press.turn()
    return joined(this.chunks)
  }

  /** pdfkit is a stream; its chunks are kept as they come. */
  private collectChunks(): void {
    const header = this.document.read()
    if (header !== null) this.chunks.push(header)
    this.document.push = (chunk) => {
      if (chunk !== null) this.chunks.push(chunk)
      return true
    }
  }

  /**
   * Plain objects are kept back and written together, compressed: a tagged file has thousands of them.
   * Source: ISO 32000-1 §7.5.7 (object streams), §7.5.8 (cross-reference streams); ISO 19005-2 allows both.
   */
  private packObjects(): void {
    const { document } = this
    document.ref = (data) => this.packable(this.plainRef(data))
    for (const value of [document._root, document.outline.dictionary, ...Object.values(document._root.data)]) {
      if (isRef(value)) this.packable(value)
    }
    document._refEnd = (ref) => {
      document._offsets[ref.id - 1] = ref.offset
      document._waiting--
    }
    document._finalize = () => {}
  }

  private packable(ref: PdfkitRef): PdfkitRef {
    const { document } = this
    const finalize = ref.finalize.bind(ref)
    ref.finalize = () => {
      if (ref.buffer.length > 0) {
        this.streams.push({ finalize, ready: ref.compress ? this.compress(ref) : null })
        return
      }
      this.packed.add(ref.id, writtenObject(ref.data) ?? this.writtenByPdfkit(finalize))
      document._refEnd(ref)
    }
    return ref
  }

  private writtenByPdfkit(finalize: () => void): string {
    const { document } = this
    const { _write, _refEnd } = document
    const parts: string[] = []
    document._write = (data) => parts.push(String(data))
    document._refEnd = () => {}
    finalize()
    Object.assign(document, { _write, _refEnd })
    // Between `N 0 obj` and `endobj` stands the object.
    return parts.slice(1, -1).join('\n')
  }

  private compress(ref: PdfkitRef): Promise<void> | null {
    const packed = this.press.compress(joined(ref.buffer))
    const keep = (bytes: Uint8Array): void => {
      ref.buffer = [bytes]
      ref.compress = false
    }
    if (packed instanceof Promise) return packed.then(keep)
    keep(packed)
    return null
  }

  private writeGroups(): void {
    for (const group of this.packed.groups()) {
      const stream = this.ref({ Type: 'ObjStm', N: group.count, First: group.first })
      this.packed.place(group, stream.id)
      stream.end(group.bytes)
    }
  }

  private writeTable(): void {
    const { document, packed } = this
    const table = this.plainRef()
    const start = document._offset
    document._offsets[table.id - 1] = start
    const id = this.digest()
    table.data = {
      Type: 'XRef',
      Size: document._offsets.length + 1,
      W: packed.widths,
      Root: document._root,
      Info: document._info,
      ID: [id, id],
    }
    table.end(packed.table(document._offsets))
    document._write('startxref')
    document._write(`${start}`)
    document._write('%%EOF')
    document.push(null)
  }

  private digest(): Uint8Array {
    const digest = new ContentDigest()
    for (const chunk of this.chunks) digest.update(chunk)
    return digest.digest()
  }
}

const isRef = (value: unknown): value is PdfkitRef => typeof value === 'object' && value !== null && 'finalize' in value

function documentOptions(facts: PdfFacts): PDFKit.PDFDocumentOptions {
  return {
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: facts.language,
    font: null as unknown as string,
    subset: 'PDF/A-2b',
    info: {
      Title: facts.title,
      ...(facts.author === null ? {} : { Author: facts.author }),
      Creator: facts.producer,
      Producer: facts.producer,
      CreationDate: facts.created ?? new Date(0),
    },
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    file.set(chunk, offset)
    offset += chunk.length
  }
  return file
}
