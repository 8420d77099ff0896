import { xmlHeader } from './xml-text.js'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const overrides: Readonly<Record<string, string>> = {
  'word/document.xml': `${word}.document.main+xml`,
  'word/styles.xml': `${word}.styles+xml`,
  'word/settings.xml': `${word}.settings+xml`,
  'word/fontTable.xml': `${word}.fontTable+xml`,
  'word/numbering.xml': `${word}.numbering+xml`,
  'word/footnotes.xml': `${word}.footnotes+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
}

/** The part [Content_Types].xml for the parts of a package. Source: ECMA-376 part 2 §10.1.2.2. */
export function contentTypesPart(paths: readonly string[]): string {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['odttf', 'application/vnd.openxmlformats-officedocument.obfuscatedFont'],
  ].filter(([extension]) => extension === 'rels' || extension === 'xml' || paths.some((path) => path.endsWith(`.${extension}`)))
  const typed = paths.flatMap((path) => {
    const type =
      overrides[path] ??
      (/^word\/(header|footer)\d+\.xml$/.exec(path)?.[1] ? `${word}.${/(header|footer)/.exec(path)?.[1]}+xml` : undefined)
    return type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`]
  })
  return (
    `${xmlHeader}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    defaults.map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`).join('') +
    `${typed.join('')}</Types>`
  )
}
