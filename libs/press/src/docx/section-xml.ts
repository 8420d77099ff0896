import type { PageFrame, Section } from '#lib/typeset'
import { noteCounting } from './footnotes.js'

export interface SectionFacts {
  readonly section: Section
  readonly frame: PageFrame
  readonly distances: { readonly header: number; readonly footer: number }
  /** Relationship ids of the header and footer parts. */
  readonly furniture: readonly { readonly kind: 'header' | 'footer'; readonly pages: 'default' | 'even'; readonly relation: string }[]
  /** How the section starts. */
  readonly start: 'nextPage' | 'oddPage' | 'continuous'
  readonly footnotes: boolean
  /** False where the section goes on counting, as after a break onto a recto inside it. */
  readonly restart: boolean
}

const formats: Readonly<Record<Section['numbering']['format'], string>> = { none: 'decimal', roman: 'upperRoman', decimal: 'decimal' }

/** A section's properties: furniture, page, margins, numbering. Source: ECMA-376 part 1 §17.6; element order of CT_SectPr. */
export function sectionXml({ section, frame, distances, furniture, start, restart, footnotes }: SectionFacts): string {
  const references = furniture.map(({ kind, pages, relation }) => `<w:${kind}Reference w:type="${pages}" r:id="${relation}"/>`).join('')
  const first = restart ? ` w:start="${section.numbering.start}"` : ''
  return (
    `<w:sectPr>${references}${footnotes ? `<w:footnotePr>${noteCounting}</w:footnotePr>` : ''}<w:type w:val="${start}"/><w:pgSz w:w="${frame.width}" w:h="${frame.height}"/>` +
    `<w:pgMar w:top="${frame.top}" w:right="${frame.right}" w:bottom="${frame.bottom}" w:left="${frame.left}" w:header="${distances.header}" w:footer="${distances.footer}" w:gutter="0"/>` +
    `<w:pgNumType w:fmt="${formats[section.numbering.format]}"${first}/><w:cols w:space="425"/></w:sectPr>`
  )
}
