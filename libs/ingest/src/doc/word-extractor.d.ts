/** The part of the reader of old Word files that is used here. */
declare module 'word-extractor' {
  export interface ExtractedDocument {
    getBody(options?: { readonly filterUnicode: boolean }): string
    getFootnotes(): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<ExtractedDocument>
  }
}
