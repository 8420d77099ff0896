import type { BlockRole, Section, Sheet, StyleName, TextStyle } from '#lib/typeset'

/** A style as Word knows it: a stable id, and the name in its list. */
export interface WordStyle {
  readonly id: string
  readonly name: string
  readonly style: TextStyle
}

/**
 * Names Word has of its own for what a style does, shown in the user's language (heading 1 is 标题 1, caption 题注).
 * Source: ECMA-376 part 1 §17.7.4.9; the built-in names of Word.
 */
const builtIn: Partial<Record<BlockRole, string>> = {
  masthead: 'Title',
  'contents-heading': 'TOC Heading',
  'contents-column': 'toc 1',
  'contents-entry': 'toc 2',
  'article-subtitle': 'Subtitle',
  paragraph: 'Body Text',
  'list-item': 'List Paragraph',
  quote: 'Quote',
  addressee: 'Salutation',
  signature: 'Signature',
  'signature-date': 'Date',
  'table-caption': 'caption',
  footnote: 'footnote text',
}

/** Every style of a sheet with its id and name; no two share either, headings take Word's own heading names by their outline level. */
export function wordStyles(sheet: Sheet, sections: readonly Section[]): ReadonlyMap<StyleName, WordStyle> {
  const taken = new Set<string>(['normal', 'table grid', 'hyperlink', 'footnote reference'])
  const styles = new Map<StyleName, WordStyle>()
  for (const [name, style] of Object.entries(sheet.styles)) {
    const own = style.role === 'furniture' ? furnitureName(name, sections) : style.title
    const wanted = [style.outline > 0 ? `heading ${style.outline}` : builtIn[style.role], own, `${style.title} ${name}`]
    const free = wanted.find((candidate) => candidate !== undefined && !taken.has(candidate.toLowerCase())) ?? name
    taken.add(free.toLowerCase())
    styles.set(name, { id: idOf(name), name: free, style })
  }
  return styles
}

/** 页眉 and 页码 are names Word gives to styles of its own: a style of ours is Word's header or footer, or none of both. */
function furnitureName(name: StyleName, sections: readonly Section[]): string | undefined {
  if (sections.some((section) => section.footer?.style === name)) return 'footer'
  return sections.some((section) => section.header?.style === name) ? 'header' : undefined
}

/** article-title → ArticleTitle. */
const idOf = (name: StyleName): string =>
  name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase()).replace(/[^A-Za-z0-9]/g, '')
