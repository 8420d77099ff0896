import type { Hit, PassageRule } from '../rule.js'

/** Signs of units as they are mistyped, and as they are written. */
const SIGNS: Readonly<Record<string, string>> = {
  KM: 'km',
  Km: 'km',
  kM: 'km',
  KG: 'kg',
  Kg: 'kg',
  CM: 'cm',
  Cm: 'cm',
  MM: 'mm',
  ML: 'mL',
  Kw: 'kW',
  KW: 'kW',
}

const SIGN = /(?<=\d\s?)(?:KM|Km|kM|KG|Kg|CM|Cm|MM|ML|Kw|KW)(?![A-Za-z])/g
const DEGREE = /(?<=\d)\s?[°º]\s?[CcＣ](?![A-Za-z])/g
const SQUARE = /(?<=\d\s?[万亿]?)平方(?![米公厘分千英毫])/g

/** Signs of units in the wrong case, degrees in two pieces, 平方 for 平方米. */
export const units: PassageRule = {
  kind: 'passage',
  id: 'units',
  family: 'numbers',
  severity: 'info',
  source: 'GB 3101—1993 3.4；GB/T 15835-2011 4.2：计量单位的写法',
  check: ({ masked }) => [
    ...places(masked, SIGN, (text) => SIGNS[text] ?? null),
    ...places(masked, DEGREE, () => '℃'),
    ...places(masked, SQUARE, () => '平方米'),
  ],
  fires: ['全长12⟨KM→km⟩', '气温25⟨° C→℃⟩', '建筑面积3万⟨平方→平方米⟩，', '重5⟨Kg→kg⟩'],
  silent: ['全长12km', '气温25℃', '建筑面积3万平方米', '3平方公里', 'MM公司成立', '5的平方'],
}

const places = (text: string, pattern: RegExp, fix: (found: string) => string | null): Hit[] =>
  [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length, suggestion: fix(found[0]) }))
