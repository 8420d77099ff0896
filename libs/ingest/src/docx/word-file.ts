import { invalid } from '#lib/editorial'
import { type AutoNumbers, readNumberings } from './numbering.js'
import { readStyles, type Styles } from './styles.js'
import { readThemeFaces } from './theme-faces.js'
import { childrenNamed, elementsOf, parseXml, type XmlElement } from './xml.js'
import type { Parts } from './zip-parts.js'

/** A Word file taken apart: its body and what the body refers to. */
export interface WordFile {
  readonly body: XmlElement
  readonly styles: Styles
  readonly numbers: AutoNumbers
  /** `majorEastAsia` → 黑体: faces named by the theme. */
  readonly themeFaces: ReadonlyMap<string, string>
  readonly footnotes: ReadonlyMap<string, XmlElement>
  /** Relation id → address outside, or name of a part. */
  readonly links: ReadonlyMap<string, string>
  readonly parts: Parts
}

export function readWordFile(parts: Parts, name: string): WordFile {
  const main = mainPart(parts, name)
  const part = (path: string): XmlElement | null => {
    const bytes = parts.get(path)
    return bytes === undefined ? null : parseXml(bytes, name)
  }
  const root = part(main)
  const body = root === null ? undefined : elementsOf(root).find((one) => one.name === 'w:body')
  if (body === undefined) throw invalid('ingest/not-docx', { name })
  return {
    body,
    styles: readStyles(part('word/styles.xml')),
    numbers: readNumberings(part('word/numbering.xml')),
    themeFaces: readThemeFaces(part('word/theme/theme1.xml')),
    footnotes: new Map([...notes(part('word/footnotes.xml'), 'w:footnote'), ...notes(part('word/endnotes.xml'), 'w:endnote')]),
    links: relations(part(main.replace(/^word\//, 'word/_rels/').concat('.rels'))),
    parts,
  }
}

/** The document part, as the package names it. */
function mainPart(parts: Parts, name: string): string {
  const rels = parts.get('_rels/.rels')
  if (rels === undefined) throw invalid('ingest/not-docx', { name })
  const main = childrenNamed(parseXml(rels, name), 'Relationship').find((one) => (one.attributes.Type ?? '').endsWith('/officeDocument'))
  return (main?.attributes.Target ?? 'word/document.xml').replace(/^\//, '')
}

function relations(root: XmlElement | null): Map<string, string> {
  const found = root === null ? [] : childrenNamed(root, 'Relationship')
  return new Map(
    found.map((one) => [
      one.attributes.Id ?? '',
      one.attributes.TargetMode === 'External'
        ? (one.attributes.Target ?? '')
        : `word/${(one.attributes.Target ?? '').replace(/^\/?(?:word\/)?/, '')}`,
    ]),
  )
}

/** Notes by kind and id; separators, which are notes too, have no number of their own. */
function notes(root: XmlElement | null, tag: string): [string, XmlElement][] {
  if (root === null) return []
  return childrenNamed(root, tag)
    .filter((note) => note.attributes['w:type'] === undefined || note.attributes['w:type'] === 'normal')
    .map((note) => [noteKey(tag, note), note])
}

/** `footnote 2` → f2, `endnote 2` → e2: the same for a note and for the mark that refers to it. */
export const noteKey = (tag: string, element: XmlElement): string =>
  `${tag.startsWith('w:end') ? 'e' : 'f'}${element.attributes['w:id'] ?? ''}`
