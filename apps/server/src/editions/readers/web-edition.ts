import { type ArticleContent, articlesInOrder, type IssueContent, printDate } from '#lib/editorial'
import { articleMarkup, type Dress, escaped } from './markup.js'

/** Nothing runs and nothing comes from elsewhere; the one style sheet stands in the page. */
export const WEB_EDITION_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** House: 17 px on a measure of 38 characters reads like the printed page on any screen. */
const STYLE = `body{margin:0 auto;max-width:38em;padding:2em 1.2em 4em;font:17px/1.9 "Noto Serif SC","Source Han Serif SC","Songti SC",SimSun,serif;color:#222;background:#fdfdfb}
h1{font-size:1.7em;text-align:center;line-height:1.4;margin:.6em 0 .2em}h2{font-size:1.35em;text-align:center;line-height:1.5;margin:2.6em 0 .6em}
h3,h4,h5,h6{font-size:1em;margin:1.2em 0 .3em}p{margin:.3em 0;text-indent:2em;overflow-wrap:anywhere}.head,.meta,.caption,.note,.addressee,.signature,.letterHeading,.documentNumber{text-indent:0}
.head,.meta,.letterHeading,.documentNumber,.caption{text-align:center;color:#555}.signature{text-align:right}.note{font-size:.85em;color:#555}
blockquote{margin:.6em 2em;font-family:"Kaiti SC",KaiTi,serif}table{border-collapse:collapse;margin:1em auto;font-size:.88em}td,th{border:1px solid #999;padding:.25em .6em}
img{display:block;max-width:100%;margin:1em auto}nav{margin:2em 0;border-top:1px solid #ccc;border-bottom:1px solid #ccc;padding:1em 0}nav p{text-indent:0}
nav .column{font-weight:700;margin-top:.8em}a{color:#14508c;text-decoration:none}a:hover,a:focus{text-decoration:underline}footer{margin-top:4em;color:#777;font-size:.85em;text-align:center}`

export interface WebEdition {
  readonly name: string
  readonly issue: IssueContent
  /** Where the files lie, by format. */
  readonly files: readonly { readonly format: string; readonly href: string }[]
  /** Where a picture lies. */
  readonly pictureHref: (sha256: string) => string
  readonly contentHash: string
}

/** One released issue as a page: contents, articles, nothing that runs. */
export function webEdition({ name, issue, files, pictureHref, contentHash }: WebEdition): string {
  const dress: Dress = {
    attributes: (kind) => (/^(heading|table|td|th|separator|quote)/.test(kind) ? '' : ` class="${kind}"`),
    picture: (image, alt) =>
      `<img src="${escaped(pictureHref(image.sha256))}" alt="${escaped(alt)}" width="${image.width}" height="${image.height}">`,
  }
  const articles = articlesInOrder(issue).map(({ article }, at) => articleSection(article, at, dress))
  const links = files.map(({ format, href }) => `<a href="${escaped(href)}">${format.toUpperCase()}</a>`).join('　')
  return page(
    name,
    [
      `<h1>${escaped(issue.publication ?? name)}</h1>`,
      ...[name, ...(issue.date === null ? [] : [printDate(issue.date)])].map((line) => `<p class="head">${escaped(line)}</p>`),
      `<p class="head">${links}</p>`,
      contents(issue),
      ...articles,
      `<footer>内容哈希 ${contentHash.slice(0, 16)}</footer>`,
    ].join('\n'),
  )
}

/** The released issues of a publication as a page. */
export const webShelf = (
  publication: string,
  issues: readonly { readonly name: string; readonly href: string; readonly date: string }[],
): string =>
  page(
    publication,
    [
      `<h1>${escaped(publication)}</h1>`,
      '<nav aria-label="往期">',
      ...issues.map(({ name, href, date }) => `<p><a href="${escaped(href)}">${escaped(name)}</a>　${escaped(date)}</p>`),
      '</nav>',
    ].join('\n'),
  )

const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head>\n<body>\n${body}\n</body></html>\n`

function contents(issue: IssueContent): string {
  let at = 0
  const lines = issue.columns.flatMap((column) => [
    ...(column.name === null ? [] : [`<p class="column">【${escaped(column.name)}】</p>`]),
    ...column.articles.map((article) => {
      at += 1
      return `<p><a href="#a${at}">${escaped(article.title)}</a></p>`
    }),
  ])
  return `<nav aria-label="目录">\n${lines.join('\n')}\n</nav>`
}

function articleSection(article: ArticleContent, at: number, dress: Dress): string {
  const source =
    article.source === null ? null : `来源：${article.source}${article.sourceDate === null ? '' : `　${printDate(article.sourceDate)}`}`
  const head = [article.subtitle, article.author, article.documentNumber, source].filter((line) => line !== null)
  return [
    `<article id="a${at + 1}">`,
    `<h2>${escaped(article.title)}</h2>`,
    ...head.map((line) => `<p class="meta">${escaped(line)}</p>`),
    articleMarkup(article, dress),
    '</article>',
  ].join('\n')
}
