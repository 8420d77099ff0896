import type { TextEdit } from './edit-runs.js'

/** Instructions of a wire service or of a newspaper's pages. House: met in bulletins that reprint. */
const BOILERPLATE =
  /[（(](?:[^（）()]{0,12}(?:全文|附图|照片|名单|图表|社评|评论)?(?:另发|另见|见另稿)|完|下转第?\s?[A-Z]?\d+版|上接第?\s?[A-Z]?\d+版|紧接第?\d+版|责(?:任编辑|编)[:：][^（）()]{1,20})[）)]/g

export const boilerplateEdits = (text: string): TextEdit[] =>
  [...text.matchAll(BOILERPLATE)].map((found) => ({ from: found.index, to: found.index + found[0].length, text: '' }))
