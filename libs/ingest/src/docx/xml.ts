import { Parser } from 'htmlparser2'
import { invalid } from '#lib/editorial'

/** An element of WordprocessingML; names keep their prefix (`w:p`), text stands in `text` children. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

interface Growing {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
}

/** House: honest documents nest 40 deep; 30,000 paragraphs have 600,000 elements. */
const DEEPEST = 256
const MOST_ELEMENTS = 600_000

/** Parses one part. Refuses a document type declaration, and what is nested or branched beyond any document. */
export function parseXml(bytes: Uint8Array, name: string): XmlElement {
  const text = new TextDecoder().decode(bytes)
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw invalid('ingest/doctype', { name })
  const root: Growing = { name: '', attributes: {}, children: [] }
  const open: Growing[] = [root]
  let elements = 0
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        elements += 1
        if (open.length > DEEPEST) throw invalid('ingest/too-deep', { name })
        if (elements > MOST_ELEMENTS) throw invalid('ingest/too-large', { name })
        const element: Growing = { name: tag, attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      onclosetag: () => {
        if (open.length > 1) open.pop()
      },
      ontext: (data) => {
        open.at(-1)?.children.push(data)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return root.children.find((child): child is Growing => typeof child !== 'string') ?? root
}

export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string')

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((one) => one.name === name)

export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((one) => one.name === name)

/** The `w:val` of a child, if it stands. */
export const value = (element: XmlElement | undefined, name: string): string | undefined => child(element, name)?.attributes['w:val']

/** A switch like `w:b`: on when it stands, unless it says no. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  if (found === undefined) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1')
}

/** Every element below, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const one of elementsOf(element)) {
    yield one
    yield* descendants(one)
  }
}

export const textIn = (element: XmlElement): string => element.children.map((one) => (typeof one === 'string' ? one : textIn(one))).join('')
