import { findAll, HAN } from '../find.js'
import type { PassageRule } from '../rule.js'

const YEAR_BRACKETS = new RegExp(
  `(?<=[${HAN}]*[发办函字令党政教科财人社研学规组宣纪]\\s?)[\\[［（(【]\\s?((?:19|20)\\d{2})\\s?[\\]］）)】](?=\\s?(?:第\\s?)?\\d{1,5}\\s?号)`,
  'gu',
)
const ORDINAL = /(?<=〔\d{4}〕)(?:第\s?|0+)(?=\d{1,5}\s?号)/g

/** The year of a document number stands in 〔〕, its number without 第 and without leading noughts. */
export const documentNumber: PassageRule = {
  kind: 'passage',
  id: 'document-number',
  family: 'numbers',
  severity: 'warn',
  source: 'GB/T 9704-2012 7.2.5',
  batch: true,
  check: ({ text }) => [...findAll(text, YEAR_BRACKETS, (found) => `〔${found[1]}〕`), ...findAll(text, ORDINAL, () => '')],
  fires: ['（江政办发⟨[2024]→〔2024〕⟩12号）', '江教函⟨（2025）→〔2025〕⟩3号', '江教〔2025〕⟨第→⟩3号', '江教〔2025〕⟨0→⟩3号'],
  silent: ['江教〔2025〕3号', '研究报告（2024）12号楼', '总第12号'],
}
