import { nameLine } from './text.js'

/** A tag or any, an id, a class, an attribute with or without a value, a place among its siblings. */
const PART =
  /\*|[\p{L}_][\p{L}\p{N}_-]*|[#.][\p{L}\p{N}_-]+|\[\s*[a-z][\w:-]*\s*(?:[~|^$*]?=\s*(?:"[^"]*"|'[^']*'|[\w-]+)\s*)?\]|:(?:first|last|only)-(?:child|of-type)|:nth-(?:last-)?(?:child|of-type)\(\d{1,3}\)/uy
/** House: what looks back at many siblings, or into an element, is left out: a selector stays quick on any page. */
const BETWEEN = /\s*[>,]\s*|\s+/uy

/** Where a selector cannot be read, counted from 1; null for one that can. */
export function selectorFlaw(selector: string): number | null {
  let at = 0
  let parts = 0
  while (at < selector.length) {
    const part = matchAt(PART, selector, at)
    const isName = part !== null && /^[*\p{L}_]/u.test(part)
    if (part !== null && !(isName && parts > 0)) {
      at += part.length
      parts += 1
      continue
    }
    const between = part === null ? matchAt(BETWEEN, selector, at) : null
    if (between === null || parts === 0) return at + 1
    at += between.length
    parts = 0
  }
  return parts === 0 ? selector.length + 1 : null
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** Which elements of a page are meant, in the plain part of CSS selectors. Source: Selectors Level 4, 5 to 8 and 14. */
export const selectorText = nameLine(300).superRefine((text, context) => {
  const position = selectorFlaw(text)
  if (position !== null)
    context.addIssue({ code: 'custom', message: 'bad-selector', params: { code: 'bad-selector', position }, input: text })
})
