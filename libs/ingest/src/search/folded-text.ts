/** A text as it is searched, and for every unit of it where it stands in the text as written. */
export interface FoldedText {
  readonly text: string
  /** One more than `text` has units: the last is the end of the text as written. */
  readonly places: readonly number[]
}

const HAN = /\p{Script=Han}/u
const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char)

/** One form for width and case; blanks between Chinese characters go. Line ends stay: nothing is found across paragraphs. Source: NFKC, Unicode UAX #15. */
export function foldText(text: string): FoldedText {
  const folded: string[] = []
  const places: number[] = []
  let at = 0
  for (const char of text) {
    for (const unit of formOf(char)) {
      folded.push(unit)
      places.push(at)
    }
    at += char.length
  }
  return withoutInnerBlanks(folded, [...places, at])
}

/** The characters of common use are their own form; they are nearly all there is. */
function formOf(char: string): string | readonly string[] {
  if (char >= '\u4e00' && char <= '\u9fff') return char
  return /[ \t\u00a0\u3000]/.test(char) ? ' ' : char.normalize('NFKC').toLowerCase().split('')
}

function withoutInnerBlanks(units: readonly string[], places: readonly number[]): FoldedText {
  const kept = keptUnits(units)
  const last = places.at(-1) ?? 0
  return { text: kept.map((index) => units[index]).join(''), places: [...kept.map((index) => places[index] ?? last), last] }
}

/** Blanks that stand between two Chinese characters are left out, however many. */
function keptUnits(units: readonly string[]): number[] {
  const kept: number[] = []
  for (let index = 0; index < units.length; index += 1) {
    if (units[index] !== ' ') {
      kept.push(index)
      continue
    }
    let next = index
    while (units[next] === ' ') next += 1
    if (!(isHanUnit(units, index - 1) && isHanUnit(units, next))) for (let blank = index; blank < next; blank += 1) kept.push(blank)
    index = next - 1
  }
  return kept
}

/** Characters outside the BMP are two units; either half counts. */
function isHanUnit(units: readonly string[], index: number): boolean {
  const unit = units[index] ?? ''
  if (/[\ud800-\udbff]/.test(unit)) return isHan(unit + (units[index + 1] ?? ''))
  if (/[\udc00-\udfff]/.test(unit)) return isHan((units[index - 1] ?? '') + unit)
  return isHan(unit)
}
