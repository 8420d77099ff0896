import { comparable } from '../forms/characters.js'
import { joinTexts } from '../text/restore-paragraphs.js'
import { withoutSpaces } from '../tidy/tidy-spaces.js'
import { LINE_END } from './contents-page.js'
import { isPersonName, tidyName } from './surnames.js'

export interface TitleText {
  readonly title: string
  readonly subtitle: string | null
  readonly author: string | null
}

/** Lines of a title as a format gives them: the smaller ones over it apart. */
export function titleFrom(lines: readonly { readonly text: string; readonly isKicker: boolean }[], contents: string | null): TitleText {
  const own = lines.filter((line) => !line.isKicker).map((line) => line.text)
  const over = lines.filter((line) => line.isKicker).map((line) => line.text)
  const title = readTitle(own, contents)
  return { ...title, subtitle: title.subtitle ?? (over.length === 0 ? null : withoutSpaces(over.reduce(joinTexts))) }
}

/** Title, subtitle and person from the lines a title is printed on; the contents line tells where a blank belongs at a line's end. */
export function readTitle(lines: readonly string[], contents: string | null): TitleText {
  const split = lines.findIndex((line, index) => index > 0 && /^[—―–-]{1,2}/.test(line))
  const titleLines = split < 0 ? lines : lines.slice(0, split)
  const subtitle = split < 0 ? null : lines.slice(split).reduce(joinTexts)
  const { person, rest } = takePerson(titleLines[0] ?? '')
  const whole = [rest, ...titleLines.slice(1)]
    .filter((line) => line !== '')
    .reduce((left, right) => left + gap(left, right, contents) + right, '')
  return { title: withoutSpaces(whole), subtitle: subtitle === null ? null : withoutSpaces(subtitle), author: person }
}

/** 吴 刚 | 加快…… : the name before the bar or the colon. */
function takePerson(line: string): { person: string | null; rest: string } {
  const found = /^(\p{Script=Han}[\s　]\p{Script=Han}|[\p{Script=Han}·]{2,8})\s*([|｜‖:：])\s*(.*)$/u.exec(line)
  if (found?.[1] === undefined) return { person: null, rest: line }
  const isBar = !/[:：]/.test(found[2] ?? '')
  return isBar || isPersonName(found[1]) ? { person: tidyName(found[1]), rest: found[3] ?? '' } : { person: null, rest: line }
}

/** The blank, if any, that belongs between two lines of a title. */
function gap(left: string, right: string, contents: string | null): string {
  if (left === '') return ''
  const between = contents === null ? LINE_END : charAfter(contents, comparable(left), comparable(right))
  if (areOrgans(left, right)) return ' '
  return between === LINE_END ? (areParallel(left, right) ? ' ' : '') : /\s/.test(between) ? ' ' : ''
}

/** What stands in the contents between the end of one line of a title and the next. */
function charAfter(contents: string, left: string, right: string): string {
  const at = comparable(contents).indexOf(left + right)
  if (at < 0) return LINE_END
  let counted = 0
  for (let index = 0; index < contents.length; index += 1) {
    if (counted === at + left.length) return contents[index] ?? ''
    counted += comparable(contents[index] ?? '').length
  }
  return ''
}

const ORGAN = /(?:[部厅局委办院会室处社]|大学|学院|中心|政府)$/

/** Organs that send out a paper together, a line each. */
const areOrgans = (left: string, right: string): boolean => ORGAN.test(left) && ORGAN.test(right.replace(/(?:关于|印发).*$/, ''))

/** House: two halves of a title stand on their own when both have a dozen characters and neither leans on the other. */
const STANDS_ALONE = 10

/** What a line tells that a subject on the line before does. House: 某校 / 开展某事 is one sentence; 做甲事 / 做乙事 are two. */
const TELLS =
  /^(?:开展|推行|推进|推动|召开|举行|举办|实施|印发|发布|启动|探索|深化|构建|打造|建设|建立|完善|加强|加快|扎实|全力|全面|着力|积极|持续|努力|奋力|赋能|助力|引领|服务|促进|提升|落实|聚焦|凝聚|坚持|坚定|创新|做好|做实|办好|培养|培育|走出|迈向|支撑|牵引|点亮|守护|激活|破解|回应|让|以|为|向|在|把|将|要|获|入选|荣获)/

const areParallel = (left: string, right: string): boolean =>
  !(left.includes('关于') && /(?:通知|意见|办法|方案|规定|决定|函|报告|批复)$/.test(right)) &&
  Math.min(left.length, right.length) >= STANDS_ALONE &&
  !(TELLS.test(right) && !TELLS.test(left)) &&
  !/[的和与及对于在把将为，、]$|^关于/.test(left) &&
  !/^(?:关于|的|与|和|及|暨|《)/.test(right) &&
  !/《[^》]*$|“[^”]*$|（[^）]*$/.test(left)
