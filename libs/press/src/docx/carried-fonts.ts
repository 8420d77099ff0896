import { sha256Hex } from '#lib/editorial'
import type { Face, FaceRole, Faces, Layout, TextBlock } from '#lib/typeset'
import { readSfnt } from '../faces/sfnt.js'
import { standaloneFont } from '../faces/standalone-font.js'
import { type FontNames, systemFonts } from './font-names.js'

/** A font that travels with the document. */
export interface CarriedFont {
  /** Name among the parts: font1.odttf. */
  readonly file: string
  readonly bytes: Uint8Array
  /** The key its first bytes are veiled with, as the font table writes it. */
  readonly key: string
}

export interface CarriedFonts {
  readonly names: FontNames
  /** By the name of the font. */
  readonly fonts: ReadonlyMap<string, CarriedFont>
}

/** Letters, figures and marks an editor may need for a small change. */
const always = Array.from({ length: 0x5f }, (_, index) => 0x20 + index).concat(
  [...'，。、；：？！“”‘’（）《》〈〉【】〔〕—…·〇％'].map((one) => one.codePointAt(0) ?? 0),
)

/**
 * The faces of a document made into fonts it carries: each with the characters the document uses, called by its own name.
 * A face that cannot be carried keeps the name of the system's font.
 */
export function carryFonts(layout: Layout, faces: Faces): CarriedFonts {
  const used = charactersByRole(layout)
  const names: Record<FaceRole, FontNames[FaceRole]> = { ...systemFonts }
  const fonts = new Map<string, CarriedFont>()
  const charactersOf = new Map<Face, Set<number>>()
  for (const [role, characters] of used) {
    const face = faces.list[faces.order(role)[0] ?? 0]
    if (face === undefined) continue
    const all = charactersOf.get(face) ?? new Set(always)
    for (const character of characters) all.add(character)
    charactersOf.set(face, all)
  }
  for (const [face, characters] of charactersOf) {
    const font = standaloneFont(face, characters)
    if (font === null) continue
    const name = readSfnt(face.bytes).familyName
    const key = keyOf(font)
    fonts.set(name, { file: `font${fonts.size + 1}.odttf`, bytes: veiled(font, key), key })
    for (const role of used.keys()) {
      if (faces.list[faces.order(role)[0] ?? 0] === face)
        names[role] = { ...systemFonts[role], name, alternatives: [systemFonts[role].name], latin: name }
    }
  }
  return { names, fonts }
}

function charactersByRole(layout: Layout): Map<FaceRole, Set<number>> {
  const used = new Map<FaceRole, Set<number>>()
  const take = (role: FaceRole, text: string): void => {
    const set = used.get(role) ?? new Set<number>()
    for (const character of text) set.add(character.codePointAt(0) ?? 0)
    used.set(role, set)
  }
  const collect = (block: TextBlock): void => {
    for (const run of block.runs) take(run.face, block.text.slice(run.from, run.to))
    take(layout.sheet.styles[block.style]?.face ?? 'song', '')
  }
  for (const block of layout.flow) {
    if (block.kind === 'text') collect(block)
    if (block.kind === 'table') for (const row of block.rows) for (const cell of row.cells) collect(cell.content)
  }
  for (const section of layout.sections) {
    for (const furniture of [section.header, section.footer]) {
      if (furniture !== null) take(layout.sheet.styles[furniture.style]?.face ?? 'song', furniture.pattern)
    }
  }
  return used
}

/** A key that follows from the font itself, where Word would draw one by lot. */
function keyOf(font: Uint8Array): string {
  const hex = sha256Hex(font).slice(0, 32).toUpperCase()
  return `{${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}}`
}

/** The first 32 bytes crossed with the key, last byte first. Source: ECMA-376 part 4 §2.8.1 (font embedding). */
function veiled(font: Uint8Array, key: string): Uint8Array {
  const hex = key.replace(/[{}-]/g, '')
  const mask = Array.from({ length: 16 }, (_, index) => Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16)).reverse()
  const copy = font.slice()
  for (let i = 0; i < 32; i++) copy[i] = (copy[i] ?? 0) ^ (mask[i % 16] ?? 0)
  return copy
}
