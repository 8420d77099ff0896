/** A text as it is searched, and for every unit of it where it stands in the text as written. */
export interface FoldedText {
  readonly text: string
  /** One more than `text` has units: the last is the end of the text as written. */
  readonly places: ArrayLike<number>
}

const HAN = /\p{Script=Han}/u
const isHan = (char: string | undefined): boolean => char !== undefined && HAN.test(char)

/** One form for width and case; blanks between Chinese characters go. Line ends stay: nothing is found across paragraphs. Source: NFKC, Unicode UAX #15. */
export function foldText(text: string): FoldedText {
  const units: number[] = []
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const form = quickForm(text.charCodeAt(at))
    if (form > 0) {
      units.push(form)
      places.push(at)
    } else at += foldOdd(text, at, units, places) - 1
  }
  places.push(text.length)
  const folded = joined(units)
  return folded.includes(' ') ? withoutInnerBlanks(folded, places) : { text: folded, places }
}

/** What bulletins are written with folds to one unit without a look into Unicode's tables: Chinese characters, figures, letters and marks of either width. 0: look. */
function quickForm(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit
  if (unit >= 0xff01 && unit <= 0xff5e) return lower(unit - 0xfee0)
  if (unit > 0x20 && unit < 0x7f) return lower(unit)
  if (unit === 0x20 || unit === 0x3000 || unit === 0xa0 || unit === 0x09) return 0x20
  return unit === 0x3001 || unit === 0x3002 || (unit >= 0x3008 && unit <= 0x3011) || unit === 0x0a ? unit : 0
}

const lower = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)

/** Any other character by the tables; answers how many units it was written with. */
function foldOdd(text: string, at: number, units: number[], places: number[]): number {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const form = char.normalize('NFKC').toLowerCase()
  for (let index = 0; index < form.length; index += 1) {
    units.push(form.charCodeAt(index))
    places.push(at)
  }
  return char.length
}

/** House: how many units one call takes as arguments without harm to the stack. */
const CHUNK = 8192

function joined(units: readonly number[]): string {
  let text = ''
  for (let from = 0; from < units.length; from += CHUNK) text += String.fromCharCode(...units.slice(from, from + CHUNK))
  return text
}

function withoutInnerBlanks(text: string, places: readonly number[]): FoldedText {
  const kept = keptUnits(text)
  const last = places.at(-1) ?? 0
  return { text: kept.map((index) => text[index]).join(''), places: [...kept.map((index) => places[index] ?? last), last] }
}

/** Blanks that stand between two Chinese characters are left out, however many. */
function keptUnits(text: string): number[] {
  const kept: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] !== ' ') {
      kept.push(index)
      continue
    }
    let next = index
    while (text[next] === ' ') next += 1
    if (!(isHanUnit(text, index - 1) && isHanUnit(text, next))) for (let blank = index; blank < next; blank += 1) kept.push(blank)
    index = next - 1
  }
  return kept
}

/** Characters outside the BMP are two units; either half counts. */
function isHanUnit(text: string, index: number): boolean {
  const unit = text[index] ?? ''
  if (/[\ud800-\udbff]/.test(unit)) return isHan(unit + (text[index + 1] ?? ''))
  if (/[\udc00-\udfff]/.test(unit)) return isHan((text[index - 1] ?? '') + unit)
  return isHan(unit)
}
