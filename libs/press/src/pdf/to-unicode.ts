import { ByteWriter } from '../faces/byte-writer.js'

/** Entries a block of the map may hold. Source: Adobe Technical Note 5014 §1.4.1. */
const MOST_IN_BLOCK = 100

const HEAD = [
  '/CIDInit /ProcSet findresource begin',
  '12 dict begin',
  'begincmap',
  '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
  '/CMapName /Adobe-Identity-UCS def',
  '/CMapType 2 def',
  '1 begincodespacerange',
  '<0000><ffff>',
  'endcodespacerange',
  '',
].join('\n')
const TAIL = ['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end', ''].join('\n')

/** The map from codes (an index each, 0 for the .notdef) back to characters, as a CMap program. Source: ISO 32000-1 §9.10.3. */
export function toUnicodeMap(characters: readonly number[]): Uint8Array {
  const out = new ByteWriter(512 + 18 * characters.length)
  out.ascii(HEAD)
  for (let first = 1; first < characters.length; first += MOST_IN_BLOCK) {
    const end = Math.min(first + MOST_IN_BLOCK, characters.length)
    out.ascii(`${end - first} beginbfchar\n`)
    for (let code = first; code < end; code++) entry(out, code, characters[code] ?? 0)
    out.ascii('endbfchar\n')
  }
  out.ascii(TAIL)
  return out.take()
}

function entry(out: ByteWriter, code: number, character: number): void {
  out.byte(LESS)
  hex(out, code)
  out.byte(GREATER)
  out.byte(LESS)
  if (character > 0xffff) hex(out, 0xd800 + ((character - 0x10000) >> 10))
  hex(out, character > 0xffff ? 0xdc00 + ((character - 0x10000) & 0x3ff) : character)
  out.byte(GREATER)
  out.byte(NEWLINE)
}

const LESS = 0x3c
const GREATER = 0x3e
const NEWLINE = 0x0a

function hex(out: ByteWriter, unit: number): void {
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (unit >> shift) & 0xf
    out.byte(digit < 10 ? 0x30 + digit : 0x57 + digit)
  }
}
