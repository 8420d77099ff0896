import { child, childrenNamed, isOn, value, type XmlElement } from './xml.js'

/** How a run looks, as far as it matters here. */
export interface RunLook {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  readonly position?: 'sup' | 'sub' | undefined
  /** East Asian face by name: 黑体, 楷体_GB2312. */
  readonly face?: string | undefined
  /** Half-points. */
  readonly size?: number | undefined
  readonly hidden?: boolean | undefined
}

export interface ParagraphLook {
  readonly align?: 'center' | 'right' | undefined
  /** Outline level from 1. */
  readonly outline?: number | undefined
  readonly isTitle?: boolean | undefined
  readonly numId?: string | undefined
  readonly numLevel?: number | undefined
}

export interface Style {
  readonly run: RunLook
  readonly paragraph: ParagraphLook
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  readonly standard: Style
}

const EMPTY: Style = { run: {}, paragraph: {} }

/** Styles with everything they inherit. */
export function readStyles(root: XmlElement | null): Styles {
  if (root === null) return { byId: new Map(), standard: EMPTY }
  const elements = new Map(childrenNamed(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const defaults = child(root, 'w:docDefaults')
  const base: Style = {
    run: readRunLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    paragraph: readParagraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
  }
  const byId = new Map([...elements.keys()].map((id) => [id, resolve(id, elements, base, 0)]))
  const standardId = [...elements].find(
    ([, style]) => style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1',
  )?.[0]
  return { byId, standard: byId.get(standardId ?? '') ?? base }
}

/** House: real style chains have four members; a longer one is a circle. */
const LONGEST_CHAIN = 20

function resolve(id: string, elements: ReadonlyMap<string, XmlElement>, base: Style, depth: number): Style {
  const element = elements.get(id)
  if (element === undefined || depth > LONGEST_CHAIN) return base
  const basedOn = value(element, 'w:basedOn')
  const parent = basedOn === undefined ? base : resolve(basedOn, elements, base, depth + 1)
  const name = (value(element, 'w:name') ?? id).toLowerCase()
  const named = /^(?:heading|标题)\s*([1-9])$/.exec(name)?.[1]
  const paragraph = readParagraphLook(child(element, 'w:pPr'))
  return {
    run: merge(parent.run, readRunLook(child(element, 'w:rPr'))),
    paragraph: merge(
      parent.paragraph,
      merge(paragraph, {
        outline: paragraph.outline ?? (named === undefined ? undefined : Number(named)),
        isTitle: /^(?:title|标题)$/.test(name) ? true : undefined,
      }),
    ),
  }
}

/** The second over the first, where it says something. */
export function merge<T extends object>(under: T, over: T): T {
  const said = Object.entries(over).filter(([, one]) => one !== undefined)
  return { ...under, ...Object.fromEntries(said) }
}

export function readRunLook(properties: XmlElement | undefined): RunLook {
  if (properties === undefined) return {}
  const size = Number(value(properties, 'w:sz'))
  const vertical = value(properties, 'w:vertAlign')
  const fonts = child(properties, 'w:rFonts')?.attributes
  return {
    bold: isOn(properties, 'w:b'),
    italic: isOn(properties, 'w:i'),
    underline: isOn(properties, 'w:u'),
    hidden: isOn(properties, 'w:vanish'),
    position: vertical === 'superscript' ? 'sup' : vertical === 'subscript' ? 'sub' : undefined,
    face: fonts?.['w:eastAsia'] ?? fonts?.['w:eastAsiaTheme'] ?? chineseFace(fonts?.['w:ascii']),
    size: Number.isFinite(size) && size > 0 ? size : undefined,
  }
}

/** A Chinese face named for Latin letters only is what the writer meant for all. House: WPS writes it so. */
const chineseFace = (name: string | undefined): string | undefined =>
  name !== undefined && /\p{Script=Han}/u.test(name) ? name : undefined

export function readParagraphLook(properties: XmlElement | undefined): ParagraphLook {
  if (properties === undefined) return {}
  const align = value(properties, 'w:jc')
  const outline = value(properties, 'w:outlineLvl')
  const numbering = child(properties, 'w:numPr')
  const level = value(numbering, 'w:ilvl')
  return {
    align: align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : undefined,
    outline: outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1,
    numId: value(numbering, 'w:numId'),
    numLevel: level === undefined ? undefined : Number(level),
  }
}
