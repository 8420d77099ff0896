import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const ODD = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}\ufb00-\ufb06\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]+/gu

/** Characters that only look like others: Kangxi radicals and compatibility forms from PDF files, and such as are not seen at all. */
export const oddCharacters: PassageRule = {
  kind: 'passage',
  id: 'odd-characters',
  family: 'characters',
  severity: 'warn',
  source: 'GB/T 13000-2010；House：PDF 复制带来的部首、兼容字和零宽字符',
  batch: true,
  check: ({ text }) =>
    findAll(text, ODD, (found) => found[0].replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]/g, '').normalize('NFKC')),
  fires: ['提高⟨⼈→人⟩才培养', '教育⟨\u2060→⟩强国'],
  silent: ['提高人才培养', '㐀𠮷'],
}
