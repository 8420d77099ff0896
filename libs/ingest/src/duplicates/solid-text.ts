/** A text without what changes on the way from page to page: width, case, blanks, marks. */
export const solidText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
