import { readDate } from '#lib/editorial'
import { isDateLine } from '../forms/line-forms.js'
import type { TextLine } from '../text/text-lines.js'
import type { BulletinFacts } from './bulletin-import.js'

const FIGURES = '〇一二三四五六七八九'
const NUMBER = '\\d{1,4}|[〇零一二三四五六七八九十百]{1,5}'
const YEAR = /(\d{4}|[一二][〇○零Ｏ一二三四五六七八九]{3})\s*年/
const ISSUE = new RegExp(`第\\s*(${NUMBER})\\s*[期次辑号]`)
const TOTAL = new RegExp(`总\\s*第?\\s*(${NUMBER})\\s*期?`)
const ORGAN = /(?:部|处|室|院|厅|局|委|会|中心|大学|学院|编辑部|研究所|馆|社)\s*(?:主办|编印|主编|编辑|编|印|承办|发)?$/

/** 八 → 8, 二十 → 20, 一百零五 → 105, 二〇二四 → 2024, 12 → 12. */
export function readChineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const digits = text.replace(/[○零Ｏ]/g, '〇')
  if (!/[十百]/.test(digits)) return Number([...digits].map((char) => FIGURES.indexOf(char)).join(''))
  const [, hundreds = '', tens = '', ones = ''] = /^(?:(.)百)?〇?(?:(.?)十)?(.?)$/.exec(digits) ?? []
  const value = (char: string): number => Math.max(FIGURES.indexOf(char), 0)
  const ten = digits.includes('十') ? (tens === '' ? 1 : value(tens)) : 0
  return (hundreds === '' ? 0 : value(hundreds)) * 100 + ten * 10 + (ones === '' ? 0 : value(ones))
}

/** 校长办公室 2025年4月8日 on one line. */
const ORGAN_AND_DATE = /^(\D{2,24}?)[\s　]+(\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)$/

type CoverFacts = Omit<BulletinFacts, 'editors' | 'contact'>

/** Name, publisher, year, number, total number and date from the lines before the contents. */
export function readCover(lines: readonly TextLine[]): CoverFacts {
  const texts = lines.flatMap((line) => ORGAN_AND_DATE.exec(line.text)?.slice(1) ?? [line.text])
  const numbered = texts.find((text) => ISSUE.test(text)) ?? ''
  const dated = texts.find((text) => isDateLine(text) || /^\d{4}\s*年\s*\d{1,2}\s*月$/.test(text)) ?? null
  const year = YEAR.exec(numbered) ?? YEAR.exec(texts.find((text) => YEAR.test(text)) ?? '')
  const titles = texts.filter((text) => text !== dated && !isNumberLine(text))
  const publisher = titles.slice(1).find((text) => ORGAN.test(text)) ?? null
  const named = titles.filter((text) => text !== publisher)
  return {
    publication: named.length === 0 ? null : (named.at(-1) ?? null),
    publisher: publisher === null ? null : publisher.replace(/\s*(?:主办|编印|主编|编辑|编|印)$/, ''),
    year: year?.[1] === undefined ? null : readChineseNumber(year[1]),
    number: numberIn(ISSUE, numbered.replace(TOTAL, '')),
    totalNumber: numberIn(TOTAL, texts.find((text) => TOTAL.test(text)) ?? ''),
    date: dated === null ? null : readDate(dated),
    titleLines: named.length > 1 ? named : [],
  }
}

/** 2024年第10期（总第20期） and nothing else. */
const isNumberLine = (text: string): boolean =>
  ISSUE.test(text) &&
  text
    .replace(YEAR, '')
    .replace(TOTAL, '')
    .replace(ISSUE, '')
    .replace(/[（()）\s期—\-·]/g, '') === ''

const numberIn = (pattern: RegExp, text: string): number | null => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : readChineseNumber(found)
}
