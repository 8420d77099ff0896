/** One sign of an RTF file. Source: Rich Text Format Specification 1.9.1, "RTF Syntax". */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  /** `\*`, `\~`, `\_` and the like. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** `\'b0` or a plain sign: bytes in the code page at hand. */
  | { readonly kind: 'byte'; readonly byte: number }

const WORD = /\\([a-z]{1,32})(-?\d{1,10})? ?/y
const HEX = /\\'([0-9a-f]{2})/iy

/** The signs of an RTF file in order; binary parts are stepped over. */
export function* rtfTokens(text: string): Generator<RtfToken> {
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? ''
    if (sign === '{' || sign === '}') {
      yield { kind: sign === '{' ? 'open' : 'close' }
      at += 1
    } else if (sign === '\\') {
      const { token, next } = escaped(text, at)
      if (token.kind === 'word' && token.word === 'bin') at = next + Math.max(token.value ?? 0, 0)
      else {
        yield token
        at = next
      }
    } else {
      if (sign !== '\r' && sign !== '\n') yield { kind: 'byte', byte: text.charCodeAt(at) & 0xff }
      at += 1
    }
  }
}

function escaped(text: string, at: number): { token: RtfToken; next: number } {
  HEX.lastIndex = at
  const hex = HEX.exec(text)
  if (hex?.[1] !== undefined) return { token: { kind: 'byte', byte: Number.parseInt(hex[1], 16) }, next: HEX.lastIndex }
  WORD.lastIndex = at
  const word = WORD.exec(text)
  if (word?.[1] !== undefined)
    return { token: { kind: 'word', word: word[1], value: word[2] === undefined ? null : Number(word[2]) }, next: WORD.lastIndex }
  return { token: { kind: 'symbol', symbol: text[at + 1] ?? '' }, next: at + 2 }
}
