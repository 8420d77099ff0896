import type { TextLine } from '../text/text-lines.js'

/** Running heads, feet and page numbers: lines that belong to pages, not to articles. */
export interface Furniture {
  readonly lines: ReadonlySet<number>
  readonly editors: readonly string[]
  readonly contact: string | null
}

const PAGE_NUMBER =
  /^(?:[-—－~·•|\s]*\d{1,4}[-—－~·•|\s]*|第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页\s*第\s*\d+\s*页|[Pp](?:age)?\.?\s*\d+(?:\s*(?:of|\/)\s*\d+)?|\d+\s*\/\s*\d+)$/
const FOOT = /共\s*\d+\s*页\s*[，,]?\s*第\s*\d+\s*页|第\s*\d+\s*页\s*[，,/]?\s*共\s*\d+\s*页/
/** House: a page number stands alone and is narrower than 8 em (collect-and-proof §4.1). */
const WIDEST_NUMBER = 8
/** House: a colophon (发送对象, 编辑, 印发) is at most this many lines at the very end. */
const LAST_LINES = 6
const COLOPHON =
  /^(?:主送|抄送|分送|报送?|送|发)\s*[：:]|^(?:编辑|责任编辑|编者|主编|校对|审核|签发)\s*[：:]|印发$|^共印\s*\d+\s*份|^（?共印/

const isColophon = (line: TextLine): boolean => COLOPHON.test(line.text) && line.text.length <= 60 && !/。/.test(line.text)

/** House: a line that comes back on this many pages is a running head. */
const OFTEN = 3
const LONGEST_HEAD = 40

/** Finds the furniture of a body; `feet` are running heads and feet a format keeps apart. */
export function findFurniture(lines: readonly TextLine[], feet: readonly string[] = []): Furniture {
  const repeated = repeatedHeads(lines)
  const last = new Set(lines.slice(-LAST_LINES).filter(isColophon))
  const found = lines.filter((line) => last.has(line) || isPageNumber(line) || isFoot(line) || repeated.has(patternOf(line.text)))
  const foot = [...found.map((line) => line.text), ...feet].map(readFoot).find((one) => one !== null)
  return { lines: new Set(found.map((line) => line.number)), editors: foot?.editors ?? [], contact: foot?.contact ?? null }
}

const isPageNumber = (line: TextLine): boolean => line.width < WIDEST_NUMBER && PAGE_NUMBER.test(line.text)

/** House: the foot seen has 60 characters; a sentence about pages has full stops. */
const isFoot = (line: TextLine): boolean => FOOT.test(line.text) && line.text.length <= 90 && !/[。；]/.test(line.text)

const patternOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '')

/** Lines that come back with another number each time: `规划参考 2025年第3期 12`. A line without any number is a label or a heading. */
function repeatedHeads(lines: readonly TextLine[]): Set<string> {
  const seen = new Map<string, Set<string>>()
  for (const { text } of lines) {
    if (text.length > LONGEST_HEAD || /[。；？！：]/.test(text) || !/\d/.test(text)) continue
    const pattern = patternOf(text)
    seen.set(pattern, (seen.get(pattern) ?? new Set()).add(text))
  }
  return new Set(
    [...seen]
      .filter(
        ([pattern, forms]) =>
          pattern.replace(/[#\W]/g, '') !== pattern && forms.size >= OFTEN && /[#]\S*$/.test(pattern) && /\p{Script=Han}{2}/u.test(pattern),
      )
      .map(([pattern]) => pattern),
  )
}

function readFoot(text: string): { editors: string[]; contact: string | null } | null {
  const found =
    /(?:编者|编辑|责任编辑|主编)\s*[：:]\s*([\p{Script=Han}·、，, ]+?)\s*(?=联系|电话|E-?mail|邮箱|电子|共|第|$)(.*?)(?:\s*共\s*\d+\s*页.*|\s*第\s*\d+\s*页.*)?$/u.exec(
      text,
    )
  if (found?.[1] === undefined) return null
  const editors = found[1].split(/[、，,\s]+/).filter((name) => name !== '')
  return { editors, contact: found[2]?.trim() || null }
}
