import { Reference, writtenObject } from './written-object.js'

export type PdfData = { [key: string]: unknown }

/** An object of the file: `data` may be changed until `end`. */
export interface PdfRef {
  readonly id: number
  data: PdfData
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
}

/** Who takes the objects that have been ended. */
export interface RefOwner {
  plain(id: number, text: string): void
  stream(ref: ObjectRef): void
}

/**
 * An object that is written here and not by pdfkit, whose own references pass through its stream one by one: a long issue has twenty thousand of them.
 * What has a stream is compressed unless its dictionary names a filter.
 */
export class ObjectRef extends Reference implements PdfRef {
  private chunks: Uint8Array[] | null = null
  readonly compressed: boolean

  constructor(
    private readonly owner: RefOwner,
    readonly id: number,
    public data: PdfData,
  ) {
    super()
    this.compressed = data.Filter === undefined
  }

  write(chunk: Uint8Array | string): void {
    this.chunks ??= []
    this.chunks.push(typeof chunk === 'string' ? oneByteEach(`${chunk}\n`) : chunk)
  }

  end(chunk?: Uint8Array | string): void {
    if (chunk !== undefined) this.write(chunk)
    this.finalize()
  }

  /** pdfkit's name for it; what has one is taken for a reference. */
  finalize(): void {
    if (this.chunks === null) this.owner.plain(this.id, this.dictionary())
    else this.owner.stream(this)
  }

  /** What was written into the stream. */
  content(): Uint8Array {
    const { chunks } = this
    this.chunks = null
    return chunks?.length === 1 && chunks[0] !== undefined ? chunks[0] : joined(chunks ?? [])
  }

  /** The object as it stands before its stream of so many bytes. */
  head(length: number): Uint8Array {
    this.data.Length = length
    if (this.compressed) this.data.Filter = 'FlateDecode'
    return oneByteEach(`${this.id} 0 obj\n${this.dictionary()}\nstream\n`)
  }

  private dictionary(): string {
    const text = writtenObject(this.data)
    if (text === null) throw new Error(`object ${this.id} holds a value only pdfkit can write`)
    return text
  }
}

/** Plain bytes, not a Buffer: readers of PDF written in script refuse one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

/** Text whose characters are bytes, as the writers of dictionaries make it. */
export function oneByteEach(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
