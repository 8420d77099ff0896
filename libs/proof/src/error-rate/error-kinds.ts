/** The kinds of errors the official rules count, and what each weighs. Source: 图书质量管理规定（新闻出版总署令第26号，2004）附件《图书编校质量差错率计算方法》三; `docs/decisions/0013-error-weights.md` says which of it was found in public. */

export interface ErrorWeight {
  /** 三（一）1 and so on: the paragraph of the rules. */
  readonly clause: string
  /** What each place weighs, in tenths, so that sums are exact. */
  readonly tenths: number
  /** What all places of this kind, or of this kind and word, weigh at most. */
  readonly most?: { readonly tenths: number; readonly of: 'kind' | 'word' }
  /** What all of them weigh, few or many, once there are more places than that. */
  readonly beyond?: { readonly places: number; readonly tenths: number }
  /** The same word counts once a page. */
  readonly oncePage?: boolean
}

export const ERROR_KINDS = {
  /** A wrong, missing, superfluous or misplaced character: 错字、别字、多字、漏字、倒字. The same wrong character counts once a page and four in all. */
  character: { clause: '三（一）1、2', tenths: 10, most: { tenths: 40, of: 'word' }, oncePage: true },
  /** Two to five characters missing or superfluous. */
  words: { clause: '三（一）2', tenths: 20 },
  /** More than five. */
  passage: { clause: '三（一）2', tenths: 40 },
  /** A wrong number, whatever its length. */
  figure: { clause: '三（一）1', tenths: 10 },
  /** An error on the cover or the title page. */
  cover: { clause: '三（一）3', tenths: 20 },
  /** 知识性、逻辑性、语法性差错. */
  sense: { clause: '三（一）4', tenths: 20 },
  /** A word of another language, however many of its letters are wrong. */
  foreign: { clause: '三（一）5', tenths: 10 },
  /** Capitals, italics, signs of another script; more than three of one are 1.5 in all. */
  letter: { clause: '三（一）6', tenths: 5, most: { tenths: 15, of: 'word' } },
  /** 简繁混用; more than three of one are 1.5 in all. */
  traditional: { clause: '三（一）7', tenths: 5, most: { tenths: 15, of: 'word' } },
  /** Units of measure and terms by another name than the standard's: once a page, three of one in all. */
  unit: { clause: '三（一）8', tenths: 10, most: { tenths: 30, of: 'word' }, oncePage: true },
  /** Figures where Chinese numerals belong, or the other way. */
  numeral: { clause: '三（一）9', tenths: 1, most: { tenths: 10, of: 'kind' } },
  /** A mark wrong, missing or superfluous. */
  mark: { clause: '三（二）1', tenths: 1 },
  /** Numbers of figures, tables and formulas; more than three are one in all. */
  caption: { clause: '三（二）6', tenths: 1, beyond: { places: 3, tenths: 10 } },
  /** Lines, blanks and breaks against the layout. */
  layout: { clause: '三（三）1', tenths: 1 },
  /** Wrong face or size; once a page, one in all. */
  face: { clause: '三（三）2', tenths: 1, most: { tenths: 10, of: 'kind' }, oncePage: true },
  /** What a picture or a table shows does not agree with what is said of it. */
  picture: { clause: '三（三）5', tenths: 20 },
} as const satisfies Record<string, ErrorWeight>

export type ErrorKind = keyof typeof ERROR_KINDS
