import type { Page } from './dom.js'

/** A value found on a page, and where it was read. */
export interface Read {
  readonly value: string
  readonly from: string
}

/** What a meta tag of this name, property or item says. */
export function meta(page: Page, name: string): Read | null {
  const wanted = name.toLowerCase()
  const found = page('meta')
    .toArray()
    .find((one) => [one.attribs.name, one.attribs.property, one.attribs.itemprop].some((value) => value?.toLowerCase() === wanted))
  const value = found?.attribs.content?.trim() ?? ''
  return value === '' ? null : { value, from: `meta ${name}` }
}

export const clean = (text: string): string => text.replace(/\s+/g, ' ').trim()
