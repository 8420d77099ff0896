import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Figures and Chinese numerals in one number, and 零 in a year: 3千5百, 二零二四年. */
export const mixedNumerals: PassageRule = {
  kind: 'passage',
  id: 'mixed-numerals',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15835-2011 5.1.1、5.2.1',
  check: ({ masked }) => [
    ...findAll(masked, /\d+千\d+(?:百|$)|\d+百\d+(?![\d.])/g, () => null),
    ...findAll(masked, /[一二]零[零一二三四五六七八九]{2}(?=年)/g, (found) => found[0].replaceAll('零', '〇')),
  ],
  fires: ['投入⟨3千5百⟩万元', '⟨二零二四→二〇二四⟩年'],
  silent: ['投入3500万元', '二〇二四年', '3千元', '一百零五人'],
}
