/** fontkit ships no types; this is what the CFF subsetter uses of it. */
declare module 'fontkit' {
  export interface Subset {
    includeGlyph(glyph: number): number
    encode(): Uint8Array
  }

  export interface Font {
    createSubset(): Subset
    /** The members of a collection. */
    readonly fonts?: readonly Font[]
  }

  export function create(bytes: Uint8Array): Font
}
