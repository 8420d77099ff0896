import { runsText } from '#lib/editorial'
import type { Piece } from '../piece.js'

const TABLE_CAPTION = /^(?:续?表|附表)\s*[\d一二三四五六七八九十]+(?:[-－.]\d+)?[\s　:：.．、]*\S*/
const FIGURE_CAPTION = /^(?:图|附图)\s*[\d一二三四五六七八九十]+(?:[-－.]\d+)?[\s　:：.．、]*\S*/
const TABLE_NOTE = /^(?:注|备注|说明|资料来源|数据来源|来源)\s*[：:]/
/** House: captions stay on one or two lines of type. */
const LONGEST_CAPTION = 60

/** Gives tables the 表1 line above and the 注： line below, figures the 图1 line below (or above). */
export function attachCaptions(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece
    if (piece.kind === 'text') {
      out.push(piece)
      continue
    }
    const { piece: captioned, used } = captionOne(piece, lineOf(out.at(-1)), lineOf(pieces[at + 1]))
    if (used.before) out.pop()
    if (used.after) at += 1
    out.push(captioned)
  }
  return out
}

const lineOf = (piece: Piece | undefined): string | null => (piece?.kind === 'text' ? runsText(piece.runs).trim() : null)

const isCaption = (form: RegExp, line: string | null): line is string =>
  line !== null && line.length <= LONGEST_CAPTION && form.test(line) && !line.endsWith('。')

function captionOne(
  piece: Piece,
  before: string | null,
  after: string | null,
): { piece: Piece; used: { before: boolean; after: boolean } } {
  const used = { before: false, after: false }
  if (piece.kind !== 'ready') return { piece, used }
  const { block } = piece
  if (block.kind === 'table') {
    used.before = block.caption === null && isCaption(TABLE_CAPTION, before)
    used.after = block.note === null && after !== null && after.length <= 200 && TABLE_NOTE.test(after)
    return {
      piece: { kind: 'ready', block: { ...block, caption: used.before ? before : block.caption, note: used.after ? after : block.note } },
      used,
    }
  }
  if (block.kind !== 'figure' || block.caption !== null) return { piece, used }
  used.after = isCaption(FIGURE_CAPTION, after)
  used.before = !used.after && isCaption(FIGURE_CAPTION, before)
  const caption = used.after ? after : used.before ? before : null
  return { piece: { kind: 'ready', block: { ...block, caption } }, used }
}
