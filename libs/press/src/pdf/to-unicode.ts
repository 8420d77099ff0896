/**
 * The map from codes back to characters, as a CMap program.
 * Source: ISO 32000-1 §9.10.3; at most 100 entries a block (Adobe Technical Note 5014 §1.4.1).
 */
export function toUnicodeMap(characters: readonly number[]): string {
  const entries: string[] = []
  characters.forEach((character, code) => {
    if (code > 0) entries.push(`<${hex(code)}><${utf16(character)}>`)
  })
  const blocks: string[] = []
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000><ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const hex = (unit: number): string => unit.toString(16).padStart(4, '0')

function utf16(character: number): string {
  if (character <= 0xffff) return hex(character)
  const rest = character - 0x10000
  return hex(0xd800 + (rest >> 10)) + hex(0xdc00 + (rest & 0x3ff))
}
