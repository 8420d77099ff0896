import type { Section } from '../layout.js'

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** The number of a page as its section counts: 12, XII, or nothing. */
export function pageLabel(section: Section, count: number): string {
  const value = section.numbering.start + count
  if (section.numbering.format === 'none') return ''
  if (section.numbering.format === 'decimal') return String(value)
  let left = value
  let label = ''
  for (const [unit, sign] of ROMAN) {
    for (; left >= unit; left -= unit) label += sign
  }
  return label
}
