import { escapeXml, xmlHeader } from './xml-text.js'

const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The relationships of one part: numbered in the order they are asked for, each target once. */
export class Relations {
  private readonly entries = new Map<string, { readonly id: string; readonly xml: string }>()

  /** The id of a part in the package. */
  part(kind: string, target: string): string {
    return this.add(kind, target, '')
  }

  /** The id of an address on the web. */
  address(url: string): string {
    return this.add('hyperlink', url, ' TargetMode="External"')
  }

  get empty(): boolean {
    return this.entries.size === 0
  }

  /** Source: ECMA-376 part 2 §9.3. */
  xml(): string {
    const list = [...this.entries.values()].map((entry) => entry.xml).join('')
    return `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`
  }

  private add(kind: string, target: string, mode: string): string {
    const known = this.entries.get(`${kind} ${target}`)
    if (known !== undefined) return known.id
    const id = `rId${this.entries.size + 1}`
    const type = kind.startsWith('http') ? kind : `${officeDocument}/${kind}`
    const xml = `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${mode}/>`
    this.entries.set(`${kind} ${target}`, { id, xml })
    return id
  }
}
