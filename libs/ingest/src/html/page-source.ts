import { isPersonName } from '../bulletin/surnames.js'
import { tidySource } from '../forms/source-forms.js'
import type { Page } from './dom.js'
import { clean, meta, type Read } from './read-value.js'

const LABEL = '(?:信息来源|文章来源|稿件来源|新闻来源|稿源|来\\s*源|出处|转自)\\s*[：:]\\s*'
const LABELLED = new RegExp(`${LABEL}([^\\n]{2,60})`, 'g')
/** What stands behind a source on its line. */
export const SOURCE_ENDS =
  /\s*(?:发布(?:时间|日期|于)|更新时间|时间|日期|作者|编辑|责编|浏览|点击|阅读|字号|字体|打印|分享|责任编辑|审核|供稿|摄影|\d+人参与|[|｜【]|\d{4}[-年./]).*$/
/** 《江州日报》（2024年10月10日 第05版）: how newspapers head a page of theirs. */
const PAPER = /《([^《》]{2,20})》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日/

/** Who published an article first. Never the site's own name. Order: collect-and-proof §1.2. */
export function readSource(page: Page, text: { readonly before: string; readonly inside: string; readonly after: string }): Read | null {
  return (
    metaSource(page) ??
    labelled(text.before.slice(-500), '正文前') ??
    paper(text.before.slice(-300)) ??
    marked(page) ??
    labelled(`${text.inside.slice(-300)}\n${text.after.slice(0, 200)}`, '正文后') ??
    account(page)
  )
}

function metaSource(page: Page): Read | null {
  for (const name of ['ContentSource', 'source', 'article:source']) {
    const said = meta(page, name)
    const value = tidySource((said?.value ?? '').replace(/^(?:来源|稿源)\s*[：:]\s*|原创稿/g, ''))
    if (said !== null && value.length >= 2 && /\p{Script=Han}|[A-Za-z]{2}/u.test(value)) return { value, from: said.from }
  }
  return null
}

function labelled(text: string, from: string): Read | null {
  for (const found of text.matchAll(LABELLED)) {
    const value = tidySource(clean((found[1] ?? '').replace(SOURCE_ENDS, '')).split(/\s/)[0] ?? '')
    if (value.length >= 2 && value.length <= 30 && !/[。；：]/.test(value)) return { value, from }
  }
  return null
}

function paper(text: string): Read | null {
  const value = PAPER.exec(text)?.[1]?.trim()
  return value === undefined ? null : { value, from: '版面说明' }
}

/** Portals mark the source by class alone, or name it as the author of the article. */
function marked(page: Page): Read | null {
  const shown = clean(page('#source,.source,.laiyuan,.article-source').first().text()).replace(new RegExp(`^${LABEL}`), '')
  if (shown.length >= 2 && shown.length <= 24 && !/[。，：]|\d{4}/.test(shown)) return { value: tidySource(shown), from: '来源标记' }
  const named = meta(page, 'mediaid') ?? meta(page, 'article:author')
  const isOrgan = named !== null && named.value.length <= 24 && !isPersonName(named.value) && /\p{Script=Han}{2}/u.test(named.value)
  return isOrgan ? { value: tidySource(named.value), from: named.from } : null
}

/** WeChat: the account is the source. */
function account(page: Page): Read | null {
  const shown = clean(page('#js_name').first().text())
  if (shown !== '') return { value: shown, from: '公众号名称' }
  const scripted = /(?:var\s+)?nickname\s*=\s*(?:htmlDecode\()?["']([^"']{2,30})["']/.exec(page('script').text())?.[1]
  return scripted === undefined ? null : { value: scripted, from: '公众号名称' }
}
