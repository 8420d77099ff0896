import type { Face } from '#lib/typeset'
import { ByteWriter } from './byte-writer.js'
import { assembleFont, copyTables, outlineTables, patched } from './glyf-subset.js'
import { readSfnt } from './sfnt.js'
import { plainSort } from './sort.js'

/**
 * A font file that stands for itself, with only the characters asked for: names, character map and measures as a word processor wants them.
 * Null where the face has CFF outlines, or its maker does not allow it to be carried along.
 * Source: ISO/IEC 14496-22 §5.2 (cmap format 4), OS/2 fsType (bit 1: restricted).
 */
export function standaloneFont(face: Face, characters: Iterable<number>): Uint8Array | null {
  const font = readSfnt(face.bytes)
  const os2 = font.tables.get('OS/2')
  const restricted = os2 !== undefined && (font.view.getUint16(os2.offset + 8) & 0x0002) !== 0
  if (font.outlines !== 'glyf' || restricted) return null
  const drawn = [...new Set(characters)].filter((character) => character <= 0xffff && face.glyph(character) > 0).sort((a, b) => a - b)
  const sorts = [plainSort(0, 0), ...drawn.map((character) => plainSort(face.glyph(character), character))]
  return assembleFont([
    ...outlineTables(font, sorts),
    ...copyTables(font, ['OS/2', 'name']),
    ['cmap', characterMap(drawn)],
    // Version 3: no glyph names.
    [
      'post',
      patched(font, 'post', [
        [0, 3],
        [2, 0],
      ]).slice(0, 32),
    ],
  ])
}

interface Segment {
  readonly start: number
  end: number
  readonly glyph: number
}

/** Characters in rising order are glyphs 1, 2, 3 …: each unbroken row of code points is one segment. */
function characterMap(characters: readonly number[]): Uint8Array {
  const segments: Segment[] = []
  characters.forEach((character, index) => {
    const last = segments.at(-1)
    if (last !== undefined && last.end + 1 === character) last.end = character
    else segments.push({ start: character, end: character, glyph: index + 1 })
  })
  segments.push({ start: 0xffff, end: 0xffff, glyph: 0 })
  const table = new ByteWriter(32 + 8 * segments.length)
  const length = 16 + 8 * segments.length
  const power = Math.floor(Math.log2(segments.length))
  for (const field of [0, 1, 3, 1, 0, 12, 4, length, 0, 2 * segments.length, 2 << power, power, 2 * segments.length - (2 << power)])
    table.uint16(field)
  for (const segment of segments) table.uint16(segment.end)
  table.uint16(0)
  for (const segment of segments) table.uint16(segment.start)
  for (const segment of segments) table.uint16((segment.glyph - segment.start) & 0xffff)
  for (const _ of segments) table.uint16(0)
  return table.view()
}
