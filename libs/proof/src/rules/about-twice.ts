import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const TWICE =
  /(?:约|大约|大概|将近|近)\s?[\d.]+[%万亿千百]*\S{0,4}?(?:左右|上下)|(?:超过|逾)\s?[\d.]+[%万亿千百]*\S{0,3}?(?:以上|多[个名项人])|(?:将近|近)\s?\d+多/g

/** 约……左右, 超过……以上: said twice. */
export const aboutTwice: PassageRule = {
  kind: 'passage',
  id: 'about-twice',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15835-2011；House：概数表达重复',
  check: ({ masked }) => findAll(masked, TWICE, () => null),
  fires: ['参会⟨约300人左右⟩', '占比⟨超过60%以上⟩', '⟨近300多⟩所学校'],
  silent: ['参会约300人', '占比超过60%', '300人以上', '近300所学校'],
}
