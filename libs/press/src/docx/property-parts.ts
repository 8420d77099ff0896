import type { DocumentFacts } from '#lib/typeset'
import { authorOf, createdOf } from '../metadata-facts.js'
import { escapeXml, xmlHeader } from './xml-text.js'

/** docProps/core.xml: title, author, language; the only date is the issue's. Source: ECMA-376 part 2 §11. */
export function corePart(facts: DocumentFacts): string {
  const author = authorOf(facts)
  const created = createdOf(facts)
  const date = created === null ? null : `${created.toISOString().slice(0, 19)}Z`
  const dated = (name: string): string => (date === null ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`)
  return (
    `${xmlHeader}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(facts.title)}</dc:title>` +
    (author === null ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>`) +
    `<dc:language>${facts.language}</dc:language>${dated('created')}${dated('modified')}</cp:coreProperties>`
  )
}

/** docProps/app.xml: who made the file and how many pages it was planned with. */
export function appPart(facts: DocumentFacts, producer: string, pages: number): string {
  const company = facts.publisher === null ? '' : `<Company>${escapeXml(facts.publisher)}</Company>`
  return (
    `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    `<Pages>${pages}</Pages><Application>${escapeXml(producer)}</Application>${company}</Properties>`
  )
}

/** Name of the property that holds the hash of the edition's manifest. */
export const manifestProperty = 'BianyinManifest'

/** docProps/custom.xml: which edition this is, by the hash of its manifest. */
export function customPart(manifestHash: string): string {
  return (
    `${xmlHeader}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${manifestProperty}"><vt:lpwstr>${escapeXml(manifestHash)}</vt:lpwstr></property></Properties>`
  )
}
