import { type Run, runsText, type Turn } from '#lib/editorial'
import type { Piece } from '../piece.js'
import { sliceRuns, trimRuns } from '../runs.js'
import { withoutSpaces } from '../tidy/tidy-spaces.js'
import { pieceAt, type Reading, type Recognised, textAt } from './recogniser.js'

/** House: 江州广播电视台教育频道记者 is the kind of length a speaker has; 24 leaves room for an office and a name. */
const SPEAKER = /^([^：:，。！？；、“”《》（）()]{1,24})[：:]\s*(?=\S)/
const ASKS = /^(?:问|Q|提问|主持人|网友|读者|听众|观众|.*记者)$/
const ANSWERS = /^(?:答|A|回答)$/
const NOT_A_SPEAKER =
  /(?:指出|强调|表示|认为|提出|要求|介绍|说|道|写道|如下|例如|比如|来源|注|摘要|关键词|原标题|责任单位|附件|时间|地点|联系人|电话|地址|邮箱|备注)$|^第?[一二三四五六七八九十\d]+[是要、]?$|^应用$/

/** Who speaks in a paragraph that begins with a name and a colon. */
export function speakerOf(text: string): { readonly speaker: string; readonly length: number } | null {
  const numbered = /^\d{1,2}[.．、]\s*(?=(?:问|答)[：:])/.exec(text)?.[0] ?? ''
  const found = SPEAKER.exec(text.slice(numbered.length))
  if (found?.[1] === undefined || NOT_A_SPEAKER.test(found[1])) return null
  const speaker = withoutSpaces(found[1].trim())
  return /\s/.test(speaker) && !ASKS.test(speaker) ? null : { speaker, length: numbered.length + found[0].length }
}

/**
 * The speakers of a text, with who asks and who answers; empty unless at least two questions and two answers stand in it.
 * House: one “某某：” alone is a quotation or a list, not a conversation.
 */
export function findSpeakers(pieces: readonly Piece[]): Map<string, 'question' | 'answer'> {
  const turns = pieces.flatMap((piece) => {
    const found = piece.kind === 'text' ? speakerOf(runsText(piece.runs).trim()) : null
    return found === null ? [] : [found.speaker]
  })
  const speakers = new Map<string, 'question' | 'answer'>()
  turns.forEach((speaker, index) => {
    if (ASKS.test(speaker)) speakers.set(speaker, 'question')
    else if (ANSWERS.test(speaker) || (index > 0 && ASKS.test(turns[index - 1] ?? ''))) speakers.set(speaker, 'answer')
  })
  const count = (role: string): number => turns.filter((speaker) => speakers.get(speaker) === role).length
  return count('question') >= 2 && count('answer') >= 2 ? speakers : new Map()
}

/** One turn: the paragraph that names the speaker, and the plain paragraphs after it. */
export function recogniseTurn(reading: Reading, isPlain: (offset: number) => boolean): Recognised | null {
  const opened = openTurn(reading, 0)
  if (opened === null) return null
  const paragraphs: (readonly Run[])[] = [opened.runs]
  let used = 1
  while (pieceAt(reading, used) !== null && openTurn(reading, used) === null && isPlain(used)) {
    paragraphs.push(trimRuns(pieceAt(reading, used)?.runs ?? []))
    used += 1
  }
  const turn: Turn = { kind: 'turn', speaker: opened.speaker, role: opened.role, paragraphs }
  return { blocks: [turn], used }
}

function openTurn(reading: Reading, offset: number): { speaker: string; role: 'question' | 'answer'; runs: Run[] } | null {
  const piece = pieceAt(reading, offset)
  const text = textAt(reading, offset)
  if (piece === null || text === null) return null
  const found = speakerOf(text)
  const role = found === null ? undefined : reading.speakers.get(found.speaker)
  if (found === null || role === undefined) return null
  return { speaker: found.speaker, role, runs: trimRuns(sliceRuns(trimRuns(piece.runs), found.length, text.length)) }
}
