import { type Provenance, readDate } from '#lib/editorial'
import { comparable } from '../forms/characters.js'
import { tidySource } from '../forms/source-forms.js'
import type { Element, Page } from './dom.js'

/** What a page says of its article outside the body. */
export interface Metadata {
  readonly title: string | null
  readonly source: string | null
  readonly sourceDate: string | null
  readonly author: string | null
  readonly provenance: readonly Provenance[]
}

interface Read {
  readonly value: string
  readonly from: string
}

/** Title, source, date and author, each from where it is said best. Order: collect-and-proof §1.2. */
export function readMetadata(page: Page, body: Element): Metadata {
  const before = textBefore(page, body)
  const after = page(body).nextAll().text().slice(0, 200)
  const inside = page(body).text().slice(-300)
  const title = readTitle(page)
  const source =
    metaSource(page) ??
    labelledSource(before.slice(-500), 'text before the body') ??
    labelledSource(inside + after, 'text after the body') ??
    account(page)
  const date = readMetaDate(page) ?? scriptDate(page) ?? labelledDate(before) ?? lastDate(before.slice(-500)) ?? labelledDate(after)
  const author = readAuthor(page, before)
  return {
    title: title?.value ?? null,
    source: source?.value ?? null,
    sourceDate: date?.value ?? null,
    author: author?.value ?? null,
    provenance: [
      ...(title === null ? [] : [{ field: 'title' as const, from: title.from }]),
      ...(source === null ? [] : [{ field: 'source' as const, from: source.from }]),
      ...(date === null ? [] : [{ field: 'sourceDate' as const, from: date.from }]),
      ...(author === null ? [] : [{ field: 'author' as const, from: author.from }]),
    ],
  }
}

function meta(page: Page, name: string): Read | null {
  const wanted = name.toLowerCase()
  const found = page('meta')
    .toArray()
    .find((one) => [one.attribs.name, one.attribs.property, one.attribs.itemprop].some((value) => value?.toLowerCase() === wanted))
  const value = found?.attribs.content?.trim() ?? ''
  return value === '' ? null : { value, from: `meta ${name}` }
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim()

function readTitle(page: Page): Read | null {
  const said = meta(page, 'ArticleTitle')
  if (said !== null) return said
  const shown = clean(page('head > title').first().text())
  const social = meta(page, 'og:title')
  const heading = bestHeading(page, comparable(`${shown}${social?.value ?? ''}`))
  if (heading !== null && heading.length >= (social?.value.length ?? 0)) return { value: heading, from: 'heading' }
  if (social !== null) return social
  const cut = shown.split(/\s*[_|]\s*|\s+[-–—]{1,2}\s+|-(?=[^-]{2,12}$)/)[0] ?? ''
  return cut === '' ? null : { value: cut, from: 'title' }
}

/** The longest heading, or element called a title, whose text the page's own title contains. */
function bestHeading(page: Page, shown: string): string | null {
  const texts = page('h1,h2,h3,[class*=title],[class*=Title],[id*=title],[id*=Title],#activity-name')
    .toArray()
    .map((one) => clean(page(one).text()))
    .filter((text) => text.length >= 4 && text.length <= 120)
  const said = texts.filter(
    (text) =>
      shown !== '' &&
      (shown.includes(comparable(text)) || (comparable(text).length >= 8 && comparable(text).startsWith(shown.slice(0, 12)))),
  )
  return said.sort((a, b) => b.length - a.length)[0] ?? (shown === '' ? (texts[0] ?? null) : null)
}

function metaSource(page: Page): Read | null {
  for (const name of ['ContentSource', 'source', 'article:source']) {
    const said = meta(page, name)
    const value = tidySource((said?.value ?? '').replace(/^(?:来源|稿源)\s*[：:]\s*|原创稿/g, ''))
    if (said !== null && value.length >= 2 && /\p{Script=Han}|[A-Za-z]{2}/u.test(value)) return { value, from: said.from }
  }
  return null
}

const SOURCE_LABEL = /(?:信息来源|文章来源|稿件来源|新闻来源|稿源|来源|出处|转自)\s*[：:]\s*([^\n]{2,60})/g
const SOURCE_END =
  /\s*(?:发布时间|发布日期|时间|日期|作者|编辑|责编|浏览|点击|阅读|字号|字体|打印|责任编辑|审核|供稿|摄影|\d+人参与|[|｜【]|\d{4}[-年./]).*$/

function labelledSource(text: string, from: string): Read | null {
  for (const found of text.matchAll(SOURCE_LABEL)) {
    const value = tidySource(clean((found[1] ?? '').replace(SOURCE_END, '')).split(/\s{1,}/)[0] ?? '')
    if (value.length >= 2 && value.length <= 30 && !/[。；]/.test(value)) return { value, from }
  }
  return null
}

/** WeChat: the account is the source. */
function account(page: Page): Read | null {
  const shown = clean(page('#js_name').first().text())
  if (shown !== '') return { value: shown, from: '公众号名称' }
  const scripted = /(?:var\s+)?nickname\s*=\s*(?:htmlDecode\()?["']([^"']{2,30})["']/.exec(page('script').text())?.[1]
  return scripted === undefined ? null : { value: scripted, from: '公众号名称' }
}

const DATES = [
  'PubDate',
  'firstpublishedtime',
  'article:published_time',
  'og:time',
  'apub:time',
  'publishdate',
  'publish_time',
  'datePublished',
  'dateUpdate',
]

function readMetaDate(page: Page): Read | null {
  for (const name of DATES) {
    const said = meta(page, name)
    const value = readDate(said?.value ?? '')
    if (said !== null && value !== null) return { value, from: said.from }
  }
  return null
}

/** WeChat keeps its date in scripts, in seconds or in words; the day is that of Shanghai. */
function scriptDate(page: Page): Read | null {
  if (page('#js_content').length === 0) return null
  const script = page('script').text()
  const words = /createTime\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(script)?.[1]
  const seconds = /\bct\s*=\s*["'](\d{10})["']/.exec(script)?.[1]
  const value = words ?? (seconds === undefined ? null : new Date((Number(seconds) + 8 * 3600) * 1000).toISOString().slice(0, 10))
  return value === null ? null : { value, from: '网页脚本' }
}

function labelledDate(text: string): Read | null {
  const found = /(?:发布时间|发布日期|发表时间|时间|日期)\s*[：:]\s*(\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2})/.exec(text)?.[1]
  const value = found === undefined ? null : readDate(found)
  return value === null ? null : { value, from: '发布时间' }
}

/** The date nearest the body is the article's; those above it are the day's or the site's. */
function lastDate(text: string): Read | null {
  const found = [...text.matchAll(/\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}/g)].at(-1)?.[0]
  const value = found === undefined ? null : readDate(found)
  return value === null ? null : { value, from: 'date before the body' }
}

function readAuthor(page: Page, before: string): Read | null {
  const said = meta(page, 'author')
  const labelled = /(?:作者|撰文|文)\s*[：:/]\s*([\p{Script=Han}·]{2,8}(?:[\s、][\p{Script=Han}·]{2,8})*)(?=\s|$|[|｜])/u.exec(
    before.slice(-400),
  )?.[1]
  if (labelled !== undefined && !/来源|编辑|时间|发布/.test(labelled)) return { value: clean(labelled), from: '作者' }
  return said !== null && /^[\p{Script=Han}·]{2,4}$/u.test(said.value) ? said : null
}

/** The text in front of the body, in the order of the page. */
function textBefore(page: Page, body: Element): string {
  const parts: string[] = []
  for (let node = page(body); node.length > 0 && node.get(0)?.name !== 'body'; node = node.parent()) {
    const here = node
      .prevAll()
      .toArray()
      .reverse()
      .filter((one) => !['script', 'style', 'noscript'].includes(one.name))
      .map((one) => spacedText(page, one))
    parts.unshift(here.join('\n'))
  }
  return parts.join('\n').replace(/[ \t\u00a0\u3000]+/g, ' ')
}

/** Text with a line between elements, so that labels and values do not run together. */
function spacedText(page: Page, element: Element): string {
  const copy = page(element).clone()
  copy.find('script,style').remove()
  copy.find('span,div,p,td,li,em,i,a,h1,h2,h3').each((_, one) => {
    page(one).append('\n')
  })
  return copy.text()
}
