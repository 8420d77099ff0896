import type { Run } from '#lib/editorial'
import { WIDE } from '../forms/characters.js'
import type { TextEdit } from './edit-runs.js'

const LATIN = 'A-Za-z0-9%％‰℃°+'
const BETWEEN = new RegExp(
  `(?<=[${WIDE}\\p{Script=Han}])[ \\u00a0\\u2009]+(?=[${LATIN}])|(?<=[${LATIN}])[ \\u00a0\\u2009]+(?=[${WIDE}\\p{Script=Han}])`,
  'gu',
)
/** A number that opens a line, 图 1 and 表 1 keep their blank. */
const OPENING = /^(?:\d{1,3}(?:[.．]\d{1,2})*|(?:图|表|附件)\s?\d{1,3}|[A-Za-z])\s/

/**
 * Blanks that text extraction puts between Chinese and figures or Latin words go. Blanks between Chinese characters
 * stay: they mean something in titles, organ lists, signatures and 新华社北京1月1日电.
 * House: official style sets none (collect-and-proof §4.2); the typesetter makes the gap.
 */
export function withoutSpaces(text: string): string {
  const opening = OPENING.exec(text)?.[0] ?? ''
  return opening + text.slice(opening.length).replace(BETWEEN, '')
}

/** The same over runs, so that no emphasis is lost. */
export function runsWithoutSpaces(runs: readonly Run[]): readonly Run[] {
  const text = runs.map((run) => run.text).join('')
  const kept = withoutSpaces(text)
  if (kept === text) return runs
  let at = 0
  return runs.map((run) => {
    let left = ''
    for (const char of run.text) {
      if (kept.startsWith(char, at)) {
        left += char
        at += char.length
      }
    }
    return { ...run, text: left }
  })
}

/** The same as edits. */
export function spaceEdits(text: string): TextEdit[] {
  const opening = OPENING.exec(text)?.[0].length ?? 0
  return [...text.matchAll(BETWEEN)]
    .filter(({ index }) => index >= opening)
    .map((found) => ({ from: found.index, to: found.index + found[0].length, text: '' }))
}

const TOUCHING = /(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=\p{Script=Han})/gu

/** A blank where Chinese and figures or Latin words touch, for houses that want it typed; not in dates and document numbers, which are one word. */
export function addedSpaceEdits(text: string): TextEdit[] {
  const whole = [...text.matchAll(/\d{1,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|〔\d{4}〕\d+号|第\d+/g)]
  const inside = (at: number): boolean => whole.some((one) => at > one.index && at < one.index + one[0].length)
  return [...text.matchAll(TOUCHING)].filter(({ index }) => !inside(index)).map(({ index }) => ({ from: index, to: index, text: ' ' }))
}
