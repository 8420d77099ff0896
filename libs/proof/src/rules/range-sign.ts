import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Between years and figures stands — or ～, not a hyphen. Not: numbers of documents, telephones, ISO dates. */
export const rangeSign: PassageRule = {
  kind: 'passage',
  id: 'range-sign',
  family: 'numbers',
  severity: 'info',
  source: 'GB/T 15834-2011 4.13.3；GB/T 15835-2011 5.1.3',
  check: ({ masked }) =>
    findAll(
      masked,
      /(?<![\d.\-－/A-Za-z])(\d{4}年?)(?:-{1,2}|－|–|~)(\d{4}年)(?![\d-])|(?<![\d.\-－/A-Za-z])(\d{1,3}%?)\s?(?:-|－|–|~)\s?(\d{1,3})(?=[个项名所家人次年月天门篇件万亿%])/g,
      (found) => `${found[1] ?? found[3]}—${found[2] ?? found[4]}`,
    ),
  fires: ['（⟨2024-2026年→2024—2026年⟩）', '形成⟨2 - 3→2—3⟩个模型', '⟨2024年－2035年→2024年—2035年⟩'],
  silent: ['2024—2026年', '电话0871-6503', '2024-10-08', 'GB/T 15834-2011', 'COVID-19个案'],
}
