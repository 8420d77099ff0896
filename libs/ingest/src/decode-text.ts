/** Bytes → text, whatever the file says of itself. Source: WHATWG Encoding; the order is House (collect-and-proof §1.3). */

export interface DecodedText {
  readonly text: string
  readonly charset: string
}

/** BOM, then strict UTF-8, then what was declared, then gb18030. gbk and gb2312 are read as gb18030, their superset. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = fromBom(bytes)
  if (marked !== null) return marked
  const utf8 = tryDecode(bytes, 'utf-8', true)
  if (utf8 !== null) return utf8
  const named = declared === null ? null : tryDecode(bytes, normalCharset(declared), false)
  return named ?? tryDecode(bytes, 'gb18030', false) ?? { text: new TextDecoder().decode(bytes), charset: 'utf-8' }
}

function fromBom(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return tryDecode(bytes, 'utf-8', false)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode(bytes, 'utf-16le', false)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode(bytes, 'utf-16be', false)
  return null
}

function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): DecodedText | null {
  try {
    return { text: new TextDecoder(charset, { fatal }).decode(bytes), charset }
  } catch {
    return null
  }
}

const normalCharset = (name: string): string => {
  const plain = name.trim().toLowerCase()
  return /^(?:gbk|gb2312|gb_2312(?:-80)?|x-gbk|cp936|936)$/.test(plain) ? 'gb18030' : plain
}

/** The charset a page's head names in a meta tag; looked for in the first bytes, which are ASCII in every charset met. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096).map((byte) => (byte < 0x80 ? byte : 0x3f)))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}
