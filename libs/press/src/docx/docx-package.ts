import { type FigureBlock, type Layout, pageFrame } from '#lib/typeset'
import { BodyWriter } from './body-writer.js'
import { type CarriedFonts, carryFonts } from './carried-fonts.js'
import { contentTypesPart } from './content-types.js'
import type { DocxOptions } from './docx-options.js'
import { systemFonts } from './font-names.js'
import { fontTablePart } from './font-table-part.js'
import { footnotesPart, type NoteNumbers, numberNotes } from './footnotes.js'
import { furnitureDistances, furnitureParts, furnitureUse, sectionPages } from './furniture-parts.js'
import { findLists, numberingPart } from './numbering.js'
import { pageFacts } from './page-facts.js'
import { appPart, corePart, customPart } from './property-parts.js'
import { Relations } from './relations.js'
import { type Stretch, sectionBreaks } from './section-breaks.js'
import { type SectionFacts, sectionXml } from './section-xml.js'
import { settingsPart } from './settings-part.js'
import { wordStyles } from './style-names.js'
import { stylesPart } from './styles-part.js'
import { namespaces, xmlHeader } from './xml-text.js'
import { type PackageFile, zipPackage } from './zip.js'

/** The parts of one document as they are made, and how they point to each other. */
export class DocxPackage {
  private readonly files: PackageFile[] = []
  private readonly relations = new Relations()
  private readonly styles
  private readonly frame
  private readonly use
  private readonly furniture = new Map<number, SectionFacts['furniture']>()

  constructor(
    private readonly layout: Layout,
    private readonly pictures: ReadonlyMap<string, Uint8Array>,
    private readonly options: DocxOptions,
  ) {
    this.styles = wordStyles(layout.sheet, layout.sections)
    this.frame = pageFrame(layout.sheet.master)
    this.use = furnitureUse(layout.sections)
  }

  write(): Uint8Array {
    const notes = numberNotes(this.layout)
    const footnotes = notes.ids.size > 0
    const numbering = findLists(this.layout)
    this.fixedParts(footnotes)
    if (numbering.lists.length > 0) this.part('numbering', 'numbering.xml', numberingPart(numbering))
    if (footnotes) this.notes(notes)
    const breaks = sectionBreaks(this.layout, (stretch) => this.sectionProperties(stretch, footnotes))
    const body = new BodyWriter({
      layout: this.layout,
      facts: pageFacts(this.layout),
      styles: this.styles,
      numbering,
      runs: { relations: this.relations, noteId: (block) => notes.ids.get(block), countedNotes: notes.counted, called: new Set() },
      pictureRelation: (figure) => this.picture(figure),
      breaks,
    }).write()
    const document = `${xmlHeader}<w:document ${namespaces}><w:body>${body}${breaks.last}</w:body></w:document>`
    this.files.push(
      { path: 'word/document.xml', content: document },
      { path: 'word/_rels/document.xml.rels', content: this.relations.xml() },
    )
    return this.zipped()
  }

  /** A part beside the document, related to it. */
  private part(kind: string, name: string, content: string): string {
    this.files.push({ path: `word/${name}`, content })
    return this.relations.part(kind, name)
  }

  private fixedParts(footnotes: boolean): void {
    const { sheet } = this.layout
    const faces = this.options.embedFaces
    const { names, fonts }: CarriedFonts = faces === undefined ? { names: systemFonts, fonts: new Map() } : carryFonts(this.layout, faces)
    this.part('styles', 'styles.xml', stylesPart(sheet, this.styles, names, this.frame))
    const facts = { mirrored: sheet.master.mirrored, oddAndEven: this.use.facing, footnotes, embedded: fonts.size > 0 }
    this.part('settings', 'settings.xml', settingsPart(facts))
    const links = new Relations()
    const embedded = new Map(
      [...fonts].map(([name, { file, bytes, key }]) => {
        this.files.push({ path: `word/fonts/${file}`, content: bytes })
        return [name, { relation: links.part('font', `fonts/${file}`), key }]
      }),
    )
    this.part('fontTable', 'fontTable.xml', fontTablePart(names, embedded))
    if (!links.empty) this.files.push({ path: 'word/_rels/fontTable.xml.rels', content: links.xml() })
  }

  private notes(notes: NoteNumbers): void {
    const links = new Relations()
    this.part('footnotes', 'footnotes.xml', footnotesPart(this.layout, notes, this.styles, links))
    if (!links.empty) this.files.push({ path: 'word/_rels/footnotes.xml.rels', content: links.xml() })
  }

  private sectionProperties({ section, index, start, restart }: Stretch, footnotes: boolean): string {
    const distances = furnitureDistances(section, this.layout.sheet.master, this.styles)
    return sectionXml({ section, frame: this.frame, distances, furniture: this.furnitureOf(index), start, restart, footnotes })
  }

  /** The header and footer parts of a section, made once however many stretches it has. */
  private furnitureOf(index: number): SectionFacts['furniture'] {
    const known = this.furniture.get(index)
    const section = this.layout.sections[index]
    if (known !== undefined || section === undefined) return known ?? []
    const made = furnitureParts(section, this.styles, sectionPages(this.layout, index), this.use).map((part) => {
      const number = this.files.filter((file) => file.path.startsWith(`word/${part.kind}`)).length + 1
      return { kind: part.kind, pages: part.pages, relation: this.part(part.kind, `${part.kind}${number}.xml`, part.xml) }
    })
    this.furniture.set(index, made)
    return made
  }

  private picture(figure: FigureBlock): string {
    const { sha256, mediaType } = figure.image
    const name = `media/${sha256.slice(0, 16)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
    const bytes = this.pictures.get(sha256)
    if (bytes === undefined) throw new Error(`picture ${sha256} was not handed in`)
    if (!this.files.some((file) => file.path === `word/${name}`)) this.files.push({ path: `word/${name}`, content: bytes })
    return this.relations.part('image', name)
  }

  private zipped(): Uint8Array {
    const { facts, pages } = this.layout
    const { manifestHash, producer } = this.options
    const root = new Relations()
    root.part('officeDocument', 'word/document.xml')
    root.part('http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml')
    root.part('extended-properties', 'docProps/app.xml')
    this.files.push(
      { path: 'docProps/core.xml', content: corePart(facts) },
      { path: 'docProps/app.xml', content: appPart(facts, producer, pages.length) },
    )
    if (manifestHash !== undefined) {
      root.part('custom-properties', 'docProps/custom.xml')
      this.files.push({ path: 'docProps/custom.xml', content: customPart(manifestHash) })
    }
    const types = contentTypesPart(this.files.map((file) => file.path))
    return zipPackage([{ path: '[Content_Types].xml', content: types }, { path: '_rels/.rels', content: root.xml() }, ...this.files])
  }
}
