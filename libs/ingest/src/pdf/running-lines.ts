import type { PdfLine } from './page-lines.js'

/** House: heads and feet stand in the outer eighth of the page and come back on two pages in five (collect-and-proof §2.2). */
const OUTER = 0.12
const OFTEN = 0.4
const GRAIN = 6

/** Parts running heads, feet and page numbers from the text. */
export function withoutRunningLines(lines: readonly PdfLine[]): { text: PdfLine[]; running: PdfLine[] } {
  const pages = new Set(lines.map((line) => line.page)).size
  const seen = new Map<string, Set<number>>()
  const outer = lines.filter(isOuter)
  for (const line of outer) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? new Set()).add(line.page))
  const isRunning = (line: PdfLine): boolean =>
    isOuter(line) && (isNumber(line.text) || (pages >= 3 && (seen.get(keyOf(line))?.size ?? 0) >= OFTEN * pages))
  return { text: lines.filter((line) => !isRunning(line)), running: lines.filter(isRunning) }
}

const isOuter = (line: PdfLine): boolean => line.depth < OUTER || line.depth > 1 - OUTER

/** The same words, whatever the number, at the same height. */
const keyOf = (line: PdfLine): string => `${line.text.replace(/\d+/g, '#').replace(/\s+/g, '')}@${Math.round((line.depth * 100) / GRAIN)}`

const isNumber = (text: string): boolean => /^[-—－–·\s]*(?:\d{1,4}|[ivxlc]{1,6})[-—－–·\s]*$/i.test(text) || /^第\s*\d+\s*页/.test(text)
