import { child, childrenNamed, descendants, type XmlElement } from './xml.js'

/** The East Asian faces of a theme by the names runs call them. Source: ECMA-376-1 20.1.4.1.16, 20.1.4.1.24; Hans is simplified Chinese. */
export function readThemeFaces(root: XmlElement | null): ReadonlyMap<string, string> {
  const scheme = root === null ? undefined : [...descendants(root)].find((one) => one.name === 'a:fontScheme')
  const faces = new Map<string, string>()
  for (const [font, name] of [
    ['a:majorFont', 'majorEastAsia'],
    ['a:minorFont', 'minorEastAsia'],
  ] as const) {
    const face = eastAsian(child(scheme, font))
    if (face !== '') faces.set(name, face)
  }
  return faces
}

function eastAsian(font: XmlElement | undefined): string {
  const named = child(font, 'a:ea')?.attributes.typeface ?? ''
  const simplified = childrenNamed(font, 'a:font').find((one) => one.attributes.script === 'Hans')
  return named === '' ? (simplified?.attributes.typeface ?? '') : named
}
