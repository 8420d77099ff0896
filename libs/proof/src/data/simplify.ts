import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** One bit of knowledge a UTF-16 unit: whether it is at home in simplified text. Source: GB 2312-1980, rows 16 to 87, and all that is no Han character. */
const AT_HOME = standardUnits()

function standardUnits(): Uint8Array {
  const units = new Uint8Array(0x10000).fill(1)
  units.fill(0, 0x3400, 0xa000)
  const decoder = new TextDecoder('gb18030')
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) units[decoder.decode(Uint8Array.of(row, cell)).charCodeAt(0)] = 1
  }
  return units
}

/** Whether a text holds a character that is not at home in simplified text. */
export function holdsStrangers(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (AT_HOME[text.charCodeAt(at)] === 0) return true
  return false
}

/** The simplified form of a traditional character; null for characters that are at home in simplified text. */
export function simplify(char: string): string | null {
  if (AT_HOME[char.charCodeAt(0)] === 1) return null
  const simple = convert(char)
  return simple !== char && AT_HOME[simple.charCodeAt(0)] === 1 ? simple : null
}
