import { readDate } from '#lib/editorial'

/** What a source line or a closing attribution says. */
export interface SourceLine {
  readonly source: string
  readonly date: string | null
  /** Whether name and date are all it says, so that nothing is lost when only they are kept. */
  readonly complete: boolean
}

const LABEL =
  '(?:信息来源|文章来源|稿件来源|新闻来源|稿源|来源|出处|转自|摘自|摘编自|原载(?:于)?|选自|(?:本文|原文)?(?:刊发于|刊载于|发表于|刊于|载于))'
const AFTER_TITLE = new RegExp(
  `^[（(]?\\s*(?:\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*(?:[月./-]\\s*\\d{1,2}\\s*日?|月)?\\s*)?${LABEL}\\s*[：:]\\s*(\\S.*)$`,
)
const BRACKETED = new RegExp(
  `^[（(]\\s*(?:\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*(?:[月./-]\\s*\\d{1,2}\\s*日?|月)?\\s*)?(?:本文)?${LABEL}\\s*[：:]?\\s*(\\S.*)[）)]$`,
)
const DATE =
  /(?:\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{4}\s*[-./－]\s*\d{1,2}\s*[-./－]\s*\d{1,2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?/

/** （校长办公室 2025年4月3日）: how briefs name the office a piece is from. */
const ORGAN_AND_DATE = /^[（(]\s*([\p{Script=Han}]{2,20})[\s　]+\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[）)]$/u

/** House: sources in bulletins have 2 to 24 characters; longer lines are sentences. */
const LONGEST_SOURCE = 30

/** `来源：《X》`, `（摘自：X 2023-12-22）`, `(2024年09月27日 来源:《X》)`, `（本文刊发于《X》2024年10月16日第09版）`; null when the line is none of these. */
export function readSourceLine(text: string): SourceLine | null {
  const line = text.trim()
  if (line.length > 60) return null
  const plain = ORGAN_AND_DATE.exec(line)
  if (plain?.[1] !== undefined) return { source: plain[1].trim(), date: readDate(line), complete: true }
  const found = BRACKETED.exec(line) ?? AFTER_TITLE.exec(line)
  if (found?.[1] === undefined) return null
  const rest = found[1].replace(/[）)]$/, '')
  const said = rest.replace(DATE, ' ')
  const named = /《([^《》]{2,30})》/.exec(said)
  const source = tidySource(named?.[1] ?? said)
  if (source.length < 2 || source.length > LONGEST_SOURCE || /[。！？；]/.test(source)) return null
  const left = named === null ? '' : said.replace(named[0], '').trim()
  return { source, date: readDate(line), complete: left === '' }
}

const ONLY_A_DATE =
  /^((?:发布|发表|刊发)(?:时间|日期)\s*[：:]\s*)?\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/

/** The day a line says and nothing else: `发布时间：2025年3月18日 09:30`, or under a source that has none `2025-03-18`; null when it is no such line. */
export function readSourceDate(text: string, underSource: boolean): string | null {
  const found = ONLY_A_DATE.exec(text.trim())
  return found === null || (found[1] === undefined && !underSource) ? null : readDate(text)
}

/** A source's bare name: without label, 《》, brackets and stray blanks. */
export function tidySource(text: string): string {
  return text
    .trim()
    .replace(/^[《〈](?=[^《》〈〉]*[》〉]$)(.*)[》〉]$/, '$1')
    .replace(/^[《〈](?=[^》〉]*$)|(?<=^[^《〈]*)[》〉]$/g, '')
    .replace(/[（(]\s*$/, '')
    .replace(/\s+(?:第?\s*\d+\s*版?|作者.*|记者.*)$/, '')
    .trim()
}
