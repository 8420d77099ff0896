import { type ImageRef, imageRefShape, type Picture, sha256Hex, type Warning } from '#lib/editorial'
import { imageSize } from './image-size.js'

export type Attachments = Readonly<Record<string, Uint8Array>>

/** Collects the pictures of one manuscript: each once, by its hash, and says which could not be had. */
export class PictureBox {
  private readonly byHash = new Map<string, Picture>()
  readonly warnings: Warning[] = []

  constructor(private readonly attachments: Attachments) {}

  get pictures(): Picture[] {
    return [...this.byHash.values()]
  }

  /** The picture at an address as the source writes it, or null and a warning. */
  at(address: string): ImageRef | null {
    const bytes = dataUrlBytes(address) ?? this.attachments[address] ?? this.attachments[plainAddress(address)]
    if (bytes !== undefined) return this.keep(bytes, address)
    this.warn('ingest/picture-missing', address)
    return null
  }

  keep(bytes: Uint8Array, address: string): ImageRef | null {
    const size = imageSize(bytes)
    if (size === null || size.width * size.height === 0) {
      this.warn('ingest/picture-unreadable', address)
      return null
    }
    const ref: ImageRef = { sha256: sha256Hex(bytes), ...size }
    if (!imageRefShape.safeParse(ref).success) {
      this.warn('ingest/picture-too-large', address)
      return null
    }
    this.byHash.set(ref.sha256, { ref, bytes })
    return ref
  }

  private warn(code: string, address: string): void {
    this.warnings.push({ code, params: { name: address.length > 80 ? `${address.slice(0, 79)}…` : address } })
  }
}

const plainAddress = (address: string): string => {
  const bare = address.replace(/^\.\//, '').replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

function dataUrlBytes(address: string): Uint8Array | undefined {
  const found = /^data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)$/.exec(address)
  return found?.[1] === undefined ? undefined : Uint8Array.from(atob(found[1].replace(/\s/g, '')), (char) => char.charCodeAt(0))
}
