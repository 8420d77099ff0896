import type PdfkitDocument from 'pdfkit'
import { ContentDigest } from './content-digest.js'
import { loadPdfkit } from './load-pdfkit.js'
import { joined, ObjectRef, oneByteEach, type PdfData, type PdfRef } from './object-ref.js'
import { PackedObjects } from './packed-objects.js'
import { StreamPress } from './stream-press.js'
import { writtenObject } from './written-object.js'

/**
 * The one place that knows pdfkit: it keeps catalog, numbers of objects, colour profile and metadata, writes what is kept in its trees, and reads JPEG.
 * Its text layer, its pages and its stream are never used; objects of ours are written by `ObjectRef`. The members named in `PdfkitInternals` are not public; `pdfkit-document.test.ts` holds them to what is used here.
 */
export type { PdfData, PdfRef } from './object-ref.js'

export interface PdfPage {
  readonly dictionary: PdfRef
  readonly resources: PdfRef
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
  private readonly streams: { readonly write: () => void; readonly ready: Promise<void> | null }[] = []
  private readonly owner = {
    plain: (id: number, text: string): void => {
      this.packed.add(id, text)
      this.document._waiting--
    },
    stream: (ref: ObjectRef): void => this.takeStream(ref),
  }
  /** The page that is being written: it ends where the next one begins. */
  private open: PdfPage | null = null

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
    const { document } = this
    document._waiting++
    return new ObjectRef(this.owner, document._offsets.push(null), data)
  }

  /** A text string object, as against a name. */
  text(value: string): unknown {
    return new String(value)
  }

  /** A new page; the one before ends here. */
  page(width: number, height: number): PdfPage {
    this.endPage()
    const pages = this.catalog.Pages as PdfkitRef
    const content = this.ref()
    const resources = this.ref({ ProcSet: PROC_SET })
    const dictionary = this.ref({
      Type: 'Page',
      Parent: pages,
      MediaBox: [0, 0, width, height],
      Contents: content,
      Resources: resources,
      UserUnit: 1,
    })
    ;(pages.data.Kids as PdfRef[]).push(dictionary)
    pages.data.Count = (pages.data.Count as number) + 1
    this.open = { dictionary, resources, content, fonts: {}, xobjects: {}, annotations: [] }
    return this.open
  }

  private endPage(): void {
    const page = this.open
    if (page === null) return
    this.open = null
    const { dictionary, resources, content } = page
    if (page.annotations.length > 0) dictionary.data.Annots = page.annotations
    dictionary.data.Tabs = 'S'
    dictionary.end()
    if (Object.keys(page.fonts).length > 0) resources.data.Font = page.fonts
    if (Object.keys(page.xobjects).length > 0) resources.data.XObject = page.xobjects
    resources.end()
    content.end()
  }

  /** A picture as an image object; throws whatever pdfkit throws where the bytes are no JPEG. */
  picture(bytes: Uint8Array): PdfPicture {
    const image = this.document.openImage(bytes)
    image.embed(this.document)
    return image
  }

  /** The finished file; an object that was never ended is a fault. */
  async finish(): Promise<Uint8Array> {
    this.endPage()
    this.document.end()
    this.writeGroups()
    this.press.flush()
    for (const { write, ready } of this.streams) {
      if (ready !== null) await ready
      write()
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
        this.streams.push({ write: finalize, ready: ref.compress ? this.compress(ref) : null })
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
    if (packed instanceof Promise) return heldBack(packed.then(keep))
    keep(packed)
    return null
  }

  /** Compresses a stream of ours, and writes it when its turn comes. */
  private takeStream(ref: ObjectRef): void {
    const content = ref.content()
    let bytes: Uint8Array | null = null
    const keep = (packed: Uint8Array): void => {
      bytes = packed
    }
    const packed = ref.compressed ? this.press.compress(content) : content
    const ready = packed instanceof Promise ? heldBack(packed.then(keep)) : null
    if (!(packed instanceof Promise)) keep(packed)
    this.streams.push({ write: () => this.writeStream(ref, bytes ?? content), ready })
  }

  private writeStream(ref: ObjectRef, bytes: Uint8Array): void {
    const { document } = this
    const head = ref.head(bytes.length)
    document._offsets[ref.id - 1] = document._offset
    this.chunks.push(head, bytes, TAIL)
    document._offset += head.length + bytes.length + TAIL.length
    document._waiting--
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

/** A fault is told when the stream's turn comes; of many that fail together, the first speaks for all. */
function heldBack(ready: Promise<void>): Promise<void> {
  ready.catch(() => {})
  return ready
}

const TAIL = oneByteEach('\nendstream\nendobj\n')

/** What old readers want to be told; all of it. Source: ISO 32000-1 §14.2. */
const PROC_SET: readonly string[] = ['PDF', 'Text', 'ImageB', 'ImageC', 'ImageI']

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
