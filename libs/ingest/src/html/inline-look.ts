import type { Run } from '#lib/editorial'
import type { Element } from './dom.js'

/** Elements that stand in a line of text. */
export const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'big',
  'cite',
  'code',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'o:p',
  'st1:chsdate',
])

/** The look of text in a page: what a run keeps, and the face and size that tell headings. */
export type Look = Omit<Run, 'text' | 'note'> & { readonly hei?: boolean | undefined; readonly size?: number | undefined }

/** How an element changes the look of the text in it. */
export function lookOf(element: Element, look: Look, address: (href: string) => string | null): Look {
  const style = element.attribs.style ?? ''
  const named = NAMED[element.name]?.(element, address) ?? {}
  const bold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
    ? { bold: true }
    : /font-weight\s*:\s*(?:normal|400)/i.test(style)
      ? { bold: undefined }
      : {}
  const kai = /font-family\s*:[^;]*(?:楷|kai)/i.test(style + (element.attribs.face ?? '')) ? { kai: true } : {}
  const faces = /font-family\s*:\s*([^;]*)/i.exec(style)?.[1] ?? element.attribs.face
  const hei = faces === undefined ? {} : { hei: /黑体|simhei/i.test(faces) }
  const size = pointsOf(/font-size\s*:\s*([\d.]+)(pt|px)/i.exec(style))
  return { ...look, ...named, ...bold, ...kai, ...hei, ...(size === null ? {} : { size }) }
}

/** Source: CSS Values 5.2, a px is three quarters of a point. */
const pointsOf = (found: RegExpExecArray | null): number | null =>
  found === null ? null : Number(found[1]) * (found[2]?.toLowerCase() === 'px' ? 0.75 : 1)

const NAMED: Readonly<Record<string, (element: Element, address: (href: string) => string | null) => Look>> = {
  b: () => ({ bold: true }),
  strong: () => ({ bold: true }),
  i: () => ({ italic: true }),
  em: () => ({ italic: true }),
  u: () => ({ underline: true }),
  ins: () => ({}),
  sup: () => ({ position: 'sup' }),
  sub: () => ({ position: 'sub' }),
  a: (element, address) => {
    const link = address(element.attribs.href ?? '')
    return link === null ? {} : { link }
  },
}

/** An address a reader can follow: http, https or mailto, made whole by where the page is from. */
export function absoluteLink(href: string, base: string | null): string | null {
  const whole = absoluteAddress(href, base)
  return whole !== null && /^(?:https?:|mailto:)/i.test(whole) ? whole : null
}

export function absoluteAddress(href: string, base: string | null): string | null {
  const plain = href.trim()
  if (plain === '' || plain.startsWith('#')) return null
  if (/^(?:https?:|mailto:|data:image)/i.test(plain)) return plain
  if (/^[a-z][a-z0-9+.-]*:/i.test(plain)) return null
  if (base === null) return plain
  return URL.canParse(plain, base) ? new URL(plain, base).href : null
}
