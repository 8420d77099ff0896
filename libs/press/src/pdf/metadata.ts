import type { DocumentFacts } from '#lib/typeset'
import { authorOf, createdOf } from '../metadata-facts.js'

export interface PacketFacts {
  readonly facts: DocumentFacts
  readonly producer: string
  readonly manifestHash: string | undefined
}

/**
 * The metadata packet's descriptions: PDF/UA identity, title, author, publisher, date, and the hash of the edition's manifest as identifier.
 * pdfkit adds the PDF/A identity. Every value is escaped (pdfkit's own are not).
 * Source: ISO 16684-1 (XMP), ISO 14289-1 §5, ISO 19005-2 §6.6.
 */
export function metadataPacket({ facts, producer, manifestHash }: PacketFacts): string {
  const author = authorOf(facts)
  const created = createdOf(facts)
  const dublin = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(facts.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${facts.language}</rdf:li></rdf:Bag></dc:language>`,
    author === null ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>`,
    facts.publisher === null ? '' : `<dc:publisher><rdf:Bag><rdf:li>${escaped(facts.publisher)}</rdf:li></rdf:Bag></dc:publisher>`,
    manifestHash === undefined ? '' : `<dc:identifier>sha256:${escaped(manifestHash)}</dc:identifier>`,
  ]
  const basic = [
    `<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool>`,
    created === null ? '' : `<xmp:CreateDate>${created.toISOString().slice(0, 19)}Z</xmp:CreateDate>`,
  ]
  return [
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', ['<pdfuaid:part>1</pdfuaid:part>']),
    description('dc', 'http://purl.org/dc/elements/1.1/', dublin),
    description('xmp', 'http://ns.adobe.com/xap/1.0/', basic),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', [`<pdf:Producer>${escaped(producer)}</pdf:Producer>`]),
  ].join('\n')
}

function description(prefix: string, namespace: string, lines: readonly string[]): string {
  const body = lines.filter((line) => line !== '').join('\n')
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">\n${body}\n</rdf:Description>`
}

/** Text inside XML; characters XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
