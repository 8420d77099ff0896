import { type Furniture, type Layout, type PageMaster, type Section, twips } from '#lib/typeset'
import { fieldXml, plainRun } from './run-xml.js'
import type { WordStyle } from './style-names.js'
import { inkHex } from './styles-part.js'
import { namespaces, xmlHeader } from './xml-text.js'

/** A header or footer part, and which pages it stands on. */
export interface FurniturePart {
  readonly kind: 'header' | 'footer'
  readonly pages: 'default' | 'even'
  readonly xml: string
}

/** How many pages a section has, for 共 N 页, and the bookmark on its last block; null where the section is the whole document. */
export interface SectionPages {
  readonly count: number
  readonly bookmark: string | null
}

export const sectionPages = (layout: Layout, section: number): SectionPages => {
  const count = layout.pages.filter((page) => page.section === section).length
  return { count, bookmark: count === layout.pages.length ? null : lastPageBookmark(section) }
}

/** Name of the bookmark on a section's last block. */
export const lastPageBookmark = (section: number): string => `_LastPage${section + 1}`

/** Whether any section sets its folio towards the outer edge, so that odd and even pages differ. */
export const oddAndEven = (sections: readonly Section[]): boolean =>
  sections.some((section) => section.header?.place === 'outer' || section.footer?.place === 'outer')

/** How a document uses its furniture: what differs on facing pages, and whether it has headers or footers at all. */
export interface FurnitureUse {
  readonly facing: boolean
  readonly kinds: readonly ('header' | 'footer')[]
}

export const furnitureUse = (sections: readonly Section[]): FurnitureUse => ({
  facing: oddAndEven(sections),
  kinds: (['header', 'footer'] as const).filter((kind) => sections.some((section) => section[kind] !== null)),
})

/** The header and footer parts of a section: of each kind the document has, empty ones too, since a section without any takes over those before it. */
export function furnitureParts(
  section: Section,
  styles: ReadonlyMap<string, WordStyle>,
  pages: SectionPages,
  use: FurnitureUse,
): FurniturePart[] {
  const sides = use.facing ? (['default', 'even'] as const) : (['default'] as const)
  return use.kinds.flatMap((kind) =>
    sides.map((side) => ({ kind, pages: side, xml: partXml(kind, section[kind], styles, pages, side === 'even') })),
  )
}

function partXml(
  kind: 'header' | 'footer',
  furniture: Furniture | null,
  styles: ReadonlyMap<string, WordStyle>,
  pages: SectionPages,
  even: boolean,
): string {
  const tag = kind === 'header' ? 'w:hdr' : 'w:ftr'
  const paragraph =
    furniture === null
      ? '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
      : furnitureParagraph(kind, furniture, styles, pages, even)
  return `${xmlHeader}<${tag} ${namespaces}>${paragraph}</${tag}>`
}

function furnitureParagraph(
  kind: 'header' | 'footer',
  furniture: Furniture,
  styles: ReadonlyMap<string, WordStyle>,
  pages: SectionPages,
  even: boolean,
): string {
  const style = styles.get(furniture.style)
  const side = furniture.place === 'outer' ? (even ? 'left' : 'right') : furniture.place
  const inset =
    furniture.inset === 0 || side === 'center'
      ? ''
      : `<w:ind w:${side}Chars="${Math.round(furniture.inset * 100)}" w:${side}="${twips(furniture.inset * (style?.style.size ?? 0))}"/>`
  const rule = furniture.rule
  const edge = kind === 'header' ? 'bottom' : 'top'
  const border =
    rule === null
      ? ''
      : `<w:pBdr><w:${edge} w:val="single" w:sz="${Math.max(2, Math.round(rule.weight * 8))}" w:space="1" w:color="${inkHex(rule.color)}"/></w:pBdr>`
  return `<w:p><w:pPr><w:pStyle w:val="${style?.id ?? 'Normal'}"/>${border}${inset}<w:jc w:val="${side}"/></w:pPr>${patternRuns(furniture.pattern, pages)}</w:p>`
}

/**
 * `第 {page} 页 共 {pages} 页` as text and fields.
 * House: the number of pages is the number on the last one; NUMPAGES counts cover and contents too, and LibreOffice knows no SECTIONPAGES.
 */
function patternRuns(pattern: string, pages: SectionPages): string {
  return pattern
    .split(/(\{pages?\})/)
    .map((part) => {
      if (part === '{page}') return fieldXml('PAGE', '1')
      if (part === '{pages}') return fieldXml(pages.bookmark === null ? 'NUMPAGES' : `PAGEREF ${pages.bookmark}`, String(pages.count))
      return part === '' ? '' : plainRun(part)
    })
    .join('')
}

/** Where header and footer lines lie, in twips from the page's edges: a line of exact pitch has its baseline at four fifths. House: measured in LibreOffice; Word differs by less than a point. */
export function furnitureDistances(
  section: Section,
  master: PageMaster,
  styles: ReadonlyMap<string, WordStyle>,
): { header: number; footer: number } {
  const pitch = (furniture: Furniture | null): number => (furniture === null ? 0 : (styles.get(furniture.style)?.style.pitch ?? 0))
  const header = section.header === null ? 720 : twips(section.header.y - 0.8 * pitch(section.header))
  const footer = section.footer === null ? 720 : twips(master.height - section.footer.y - 0.2 * pitch(section.footer))
  return { header: Math.max(0, header), footer: Math.max(0, footer) }
}
