import { comparable } from '../forms/characters.js'
import type { Element, Page } from './dom.js'
import { linesOf } from './page-lines.js'
import { clean, meta, type Read } from './read-value.js'

export interface PageTitle extends Read {
  /** The element that shows the title, where the page has one. */
  readonly element: Element | null
}

const HEADINGS = 'h1,h2,h3,ucaptitle,#activity-name,[class*=title],[class*=Title],[class*=tit],[id*=title],[id*=Title]'
/** A line that says where and when, not what. */
const INFORMS = /来\s*源\s*[：:]|发布(?:时间|日期|于)|\d{4}[-年/.]\d{1,2}|作者[：:]|浏览|字号|点击/
/** House: titles have 4 to 120 characters. */
const SHORTEST = 4
const LONGEST = 120

/** The title of an article, said where it is said best: the system's own tag, a heading the page's title agrees with, the page's title. */
export function readPageTitle(page: Page): PageTitle | null {
  const said = meta(page, 'ArticleTitle')
  const shown = clean(page('head > title').first().text())
  const social = meta(page, 'og:title')
  const heading = bestHeading(page, [said?.value, shown, social?.value].filter((one) => one !== undefined).map(comparable))
  if (said !== null) return { ...said, element: heading?.element ?? null }
  if (heading !== null && heading.value.length >= Math.min(social?.value.length ?? 0, cutTitle(social?.value ?? '').length)) return heading
  if (social !== null) return { value: cutTitle(social.value), from: social.from, element: heading?.element ?? null }
  if (shown === '' || isSiteName(shown)) return largest(page)
  return { value: cutTitle(shown), from: 'title', element: elementSaying(page, cutTitle(shown)) }
}

/** 题目_栏目_网站 → 题目. */
const cutTitle = (shown: string): string => shown.split(/\s*[_|]\s*|\s+[-–—]{1,2}\s+|-(?=[^-]{2,14}$)/)[0] ?? ''

const isSiteName = (shown: string): boolean => /(?:网|网站|平台|大学|学院|医院|学校|门户)$/.test(shown) && shown.length <= 14

/** The longest heading whose text the page's own title holds; else a heading that a cut-off title begins. */
function bestHeading(page: Page, shown: readonly string[]): PageTitle | null {
  const found = page(HEADINGS)
    .toArray()
    .flatMap((element) => titleLines(element).map((value) => ({ value, from: 'heading', element })))
    .filter(({ value }) => value.length >= SHORTEST && value.length <= LONGEST && !INFORMS.test(value))
  const agreed = found.filter(({ value }) => shown.some((one) => one !== '' && one.includes(comparable(value))))
  const longest = [...agreed].sort((a, b) => b.value.length - a.value.length)[0]
  const fuller = found.find(({ value }) =>
    shown.some((one) => comparable(value).length > one.length && startsAlike(comparable(value), one)),
  )
  if (fuller !== undefined && fuller.value.length > (longest?.value.length ?? 0)) return fuller
  return longest ?? (shown.length === 0 ? (found[0] ?? null) : null)
}

/** A heading over two lines is one title; a box of heading and information is told apart by its lines. */
const titleLines = (element: Element): string[] => {
  const lines = linesOf(element).split('\n')
  return lines.length === 1 ? [clean(lines[0] ?? '')] : [clean(lines.join('')), ...lines.map(clean)]
}

/** House: eight characters are enough to know a title that was cut off. */
const startsAlike = (heading: string, shown: string): boolean => shown.length >= 8 && heading.startsWith(shown.slice(0, 12))

/** The element that says a title and nothing else, whatever it is called. */
function elementSaying(page: Page, title: string): Element | null {
  const wanted = comparable(title)
  const found = page('body *')
    .toArray()
    .filter((one) => one.name !== 'a' && comparable(page(one).text()) === wanted)
  return found.at(-1) ?? null
}

/** Where the page's title names the site only: the first large or bold line that reads like a title. */
function largest(page: Page): PageTitle | null {
  const element = page('h1,h2,font[size],big,.tit,.title,td[align=center] b,strong')
    .toArray()
    .find((one) => {
      const text = clean(page(one).text())
      return (
        text.length >= 8 &&
        text.length <= 60 &&
        !INFORMS.test(text) &&
        page(one).find('a').length === 0 &&
        Number(one.attribs.size ?? 4) >= 4
      )
    })
  return element === undefined ? null : { value: clean(page(element).text()), from: 'large type', element }
}
