import { sha256 } from '@noble/hashes/sha2.js'
import type PdfkitDocument from 'pdfkit'

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

interface PdfkitInternals {
  page: PdfPage
  info: PdfData
  subset_conformance: string
  _id: Uint8Array
  readonly _root: { readonly data: PdfData }
  readonly outline: { readonly outlineData: PdfData; readonly dictionary: PdfRef }
  ref(data?: PdfData): PdfRef
  addPage(options: { size: [number, number]; margin: number }): void
  openImage(bytes: Uint8Array): PdfPicture & { embed(document: unknown): void }
  appendXML(xml: string): void
  end(): void
  read(): Uint8Array | null
  push(chunk: Uint8Array | null): boolean
  _addInfo(): void
  _finalize(): void
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
  private readonly done: Promise<void>

  /** Opens an empty document; pdfkit is loaded here, late, because loading it costs as much as setting fifty pages. */
  static async open(facts: PdfFacts): Promise<PdfObjects> {
    const { default: Document } = await import('pdfkit')
    return new PdfObjects(Document, facts)
  }

  private readonly document: PdfkitInternals

  private constructor(Document: typeof PdfkitDocument, facts: PdfFacts) {
    const document = new Document(documentOptions(facts)) as unknown as PdfkitInternals
    if (facts.created === null) delete document.info.CreationDate
    // pdfkit has no name for level U of PDF/A-2: its B, renamed, since every face here has a ToUnicode map.
    document.subset_conformance = 'U'
    document._addInfo = () => document.appendXML(facts.metadata)
    this.document = document
    this.done = this.collect()
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

  /** A picture as an image object; throws whatever pdfkit throws where the bytes are no PNG or JPEG. */
  picture(bytes: Uint8Array): PdfPicture {
    const image = this.document.openImage(bytes)
    image.embed(this.document)
    return image
  }

  /** The finished file. Its identifier is a digest of everything before the trailer, so equal content has an equal name. */
  async finish(): Promise<Uint8Array> {
    this.document.end()
    await this.done
    return joined(this.chunks)
  }

  /** pdfkit is a stream; its chunks are kept as they come, and the last one settles the promise. */
  private collect(): Promise<void> {
    const finalize = this.document._finalize.bind(this.document)
    const header = this.document.read()
    if (header !== null) this.chunks.push(header)
    return new Promise((resolve) => {
      this.document.push = (chunk) => {
        if (chunk === null) resolve()
        else this.chunks.push(chunk)
        return true
      }
      this.document._finalize = () => {
        this.document._id = this.digest()
        finalize()
      }
    })
  }

  private digest(): Uint8Array {
    const hash = sha256.create()
    for (const chunk of this.chunks) hash.update(chunk)
    return hash.digest().slice(0, 16)
  }
}

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
