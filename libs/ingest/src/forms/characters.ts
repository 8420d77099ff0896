/** Classes of characters the readers ask about. */

/** Han characters, full-width marks and the quotation marks, dashes and dots of Chinese text. */
export const WIDE =
  '\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uff60\\uffe0-\\uffe6\\u3000-\\u303f\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u00b7'

const wide = new RegExp(`[${WIDE}]|\\p{Script=Han}`, 'u')
const han = /\p{Script=Han}/u

export const isWide = (char: string): boolean => wide.test(char)
export const isHan = (char: string): boolean => han.test(char)

/** Width of a line in em: Chinese characters and marks 1, everything else half. House: measured lines of extracted text fit this to 0.3 em. */
export function emWidth(text: string): number {
  let width = 0
  for (const char of text) width += isWide(char) ? 1 : 0.5
  return width
}

/** A text as titles are compared: NFKC, without white space and without the signs between a person and a title. House: house-styles "Imports". */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/[\s|｜:：—―‖·•-]/g, '')

/** Whether a text closes a sentence: 。！？…；： or a closing quote or bracket after one. */
export const endsSentence = (text: string): boolean => /[。！？…；：!?][”’）》」』)\]]*$/.test(text.trimEnd())
