import type { FaceRole } from '#lib/typeset'
import { type FontName, type FontNames, latinFont } from './font-names.js'
import { escapeXml, namespaces, xmlHeader } from './xml-text.js'

/** A font the file carries: its relationship and the key it is veiled with. */
export interface EmbeddedFont {
  readonly relation: string
  readonly key: string
}

/**
 * The part word/fontTable.xml: every font named, with other names it goes by and its class, so that a machine without it chooses the nearest.
 * Source: ECMA-376 part 1 §17.8.3; charset 86 is GB 2312.
 */
export function fontTablePart(fonts: FontNames, embedded: ReadonlyMap<string, EmbeddedFont>): string {
  const named = new Map<string, string>()
  for (const role of Object.keys(fonts) as FaceRole[])
    named.set(fonts[role].name, fontEntry(fonts[role], '86', embedded.get(fonts[role].name)))
  named.set(latinFont.name, fontEntry(latinFont, '00', undefined))
  return `${xmlHeader}<w:fonts ${namespaces}>${[...named.values()].join('')}</w:fonts>`
}

function fontEntry(font: FontName, charset: string, embeddedFont: EmbeddedFont | undefined): string {
  const alternatives = font.alternatives.length === 0 ? '' : `<w:altName w:val="${escapeXml(font.alternatives.join(','))}"/>`
  const embedded = embeddedFont === undefined ? '' : `<w:embedRegular r:id="${embeddedFont.relation}" w:fontKey="${embeddedFont.key}"/>`
  return (
    `<w:font w:name="${escapeXml(font.name)}">${alternatives}<w:panose1 w:val="${font.panose}"/><w:charset w:val="${charset}"/>` +
    `<w:family w:val="${font.family}"/><w:pitch w:val="variable"/>${embedded}</w:font>`
  )
}
