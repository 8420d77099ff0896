import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** An element of a part, prefixes as written. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  text: string
}

/** The parts of a package as text, by path; pictures and fonts come out as garbage and are not asked for. */
export function partsOf(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

/** Parses a part; what is not well formed throws. */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser()
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const path = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const node: XmlNode = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [], text: '' }
    path.at(-1)?.children.push(node)
    path.push(node)
  })
  parser.on('closetag', () => {
    path.pop()
  })
  parser.on('text', (text) => {
    const top = path.at(-1)
    if (top !== undefined) top.text += text
  })
  parser.write(xml).close()
  return root.children[0] ?? root
}

/** Every element of a name, in document order. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The text a reader sees in an element: tabs and breaks as characters, field instructions left out. */
export function shown(node: XmlNode): string {
  if (node.name === 'w:t') return node.text
  if (node.name === 'w:tab' && node.children.length === 0 && node.attributes['w:val'] === undefined) return '\t'
  if (node.name === 'w:br') return '\n'
  return node.children.map(shown).join('')
}
