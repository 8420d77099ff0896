import { readDate } from '#lib/editorial'
import type { Page } from './dom.js'
import { meta, type Read } from './read-value.js'

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

export const DAY = '\\d{4}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}'
const LABELLED = new RegExp(`(?:发布时间|发布日期|发表时间|更新时间|时间|日期)\\s*[：:]?\\s*(${DAY})`)

/** The day a document was signed says nothing of its publication. */
const SIGNED = new RegExp(`(?:成文|生成|签发|发文)日期\\s*[：:]?\\s*${DAY}日?`, 'g')

/** The day an article was published, in Shanghai. Order: collect-and-proof §1.2; the date of signing is another. */
export function readPublished(page: Page, text: { readonly before: string; readonly after: string }): Read | null {
  const before = text.before.replace(SIGNED, '')
  return (
    metaDate(page) ??
    scriptDate(page) ??
    labelled(before) ??
    lastDay(before.slice(-500)) ??
    splitDay(before.slice(-200)) ??
    linkedData(page) ??
    labelled(text.after)
  )
}

/** A moment with its zone as the day it is in Shanghai; a day without zone as it stands. Source: ISO 8601; Shanghai is eight hours ahead. */
export function shanghaiDay(text: string): string | null {
  const zoned = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.exec(text.trim())
  if (zoned === null) return readDate(text)
  const moment = Date.parse(`${zoned[1]}T${zoned[2]}:${zoned[3] ?? '00'}${zoned[4]}`)
  return Number.isNaN(moment) ? null : new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)
}

function metaDate(page: Page): Read | null {
  for (const name of DATES) {
    const said = meta(page, name)
    const value = shanghaiDay(said?.value ?? '')
    if (said !== null && value !== null) return { value, from: said.from }
  }
  return null
}

/** WeChat keeps its date in scripts, in seconds or in words. */
function scriptDate(page: Page): Read | null {
  if (page('#js_content').length === 0) return null
  const script = page('script').text()
  const words = /createTime\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(script)?.[1]
  const seconds = /\bct\s*=\s*["'](\d{10})["']/.exec(script)?.[1]
  const value = words ?? (seconds === undefined ? null : shanghaiDay(new Date(Number(seconds) * 1000).toISOString()))
  return value === null ? null : { value, from: '网页脚本' }
}

function linkedData(page: Page): Read | null {
  const said = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(page('script[type="application/ld+json"]').text())?.[1]
  const value = said === undefined ? null : shanghaiDay(said)
  return value === null ? null : { value, from: 'datePublished' }
}

function labelled(text: string): Read | null {
  const found = LABELLED.exec(text)?.[1]
  const value = found === undefined ? null : readDate(found)
  return value === null ? null : { value, from: '发布时间' }
}

/** The date nearest the body is the article's; those above it are the day's or the site's. */
function lastDay(text: string): Read | null {
  const found = [...text.matchAll(new RegExp(DAY, 'g'))].at(-1)?.[0]
  const value = found === undefined ? null : readDate(found)
  return value === null ? null : { value, from: '正文前的日期' }
}

/** 2024 / 10 / 10 set as year, month and day in elements of their own. */
function splitDay(text: string): Read | null {
  const found = /(?<!\d)(20\d{2})\n(\d{1,2})\n?\/\n?(\d{1,2})(?!\d)/.exec(text)
  const value = found === null ? null : readDate(`${found[1]}-${found[2]}-${found[3]}`)
  return value === null ? null : { value, from: '正文前的日期' }
}
