import { expect, it } from 'vitest'
import { selectorFlaw } from './selector.js'

it.each([
  '.TRS_Editor',
  '#zoom > p',
  'div.a.b, td[class="text"]',
  'h1:first-child',
  '*',
  'p:nth-child(2) a[href$=".pdf"]',
  '#正文 .段',
  'a[target]',
])('%s can be read', (selector) => expect(selectorFlaw(selector)).toBeNull())

it.each([
  ['div[[', 4],
  ['.a >', 5],
  ['> p', 1],
  ['.a:has(.b)', 3],
  ['.a ~ .b', 4],
  ['.a,', 4],
  ['[a]b', 4],
  ['', 1],
  ['#', 1],
])('%s cannot, and the place is told', (selector, place) => expect(selectorFlaw(selector)).toBe(place))
