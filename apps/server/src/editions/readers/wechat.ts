import { type ArticleContent, articlesInOrder, type IssueContent, type WeChatAnswer } from '#lib/editorial'
import { articleMarkup, type Dress, escaped } from './markup.js'

type WeChatArticle = WeChatAnswer['articles'][number]

/** The WeChat editor keeps inline styles only, and no sizes in em. House: 16 px, 1.75 lines, as accounts of universities usually are. */
const STYLES: Readonly<Record<string, string>> = {
  paragraph: 'margin:0 0 16px;font-size:16px;line-height:1.75;text-indent:2em;text-align:justify;color:#333',
  heading: 'margin:24px 0 12px;font-size:17px;line-height:1.6;font-weight:bold;color:#222',
  addressee: 'margin:0 0 16px;font-size:16px;line-height:1.75;color:#333',
  quote: 'margin:0 16px 16px;font-size:15px;line-height:1.75;color:#555',
  signature: 'margin:0 0 4px;font-size:16px;line-height:1.75;text-align:right;color:#333',
  center: 'margin:0 0 12px;font-size:15px;line-height:1.75;text-align:center;color:#666',
  note: 'margin:0 0 8px;font-size:13px;line-height:1.6;color:#888',
  table: 'width:100%;border-collapse:collapse;margin:0 0 16px',
  cell: 'border:1px solid #ccc;padding:6px 8px;font-size:14px;line-height:1.5;color:#333',
  separator: 'border:0;border-top:1px solid #ddd;margin:24px 0',
}

const NAMED: Readonly<Record<string, string>> = {
  letterHeading: 'center',
  documentNumber: 'center',
  caption: 'center',
  attribution: 'note',
  authorNote: 'note',
  item: 'paragraph',
  td: 'cell',
  th: 'cell',
}

const styleOf = (name: string): string => {
  const known = name.startsWith('heading') ? 'heading' : (NAMED[name] ?? name)
  return ` style="${STYLES[known] ?? STYLES.paragraph}"`
}

/** The articles of an issue ready to be pasted into the WeChat editor, each with the pictures to be uploaded there in their order. */
export const wechatArticles = (issue: IssueContent): WeChatArticle[] => articlesInOrder(issue).map(({ article }) => wechatArticle(article))

function wechatArticle(article: ArticleContent): WeChatArticle {
  const pictures: WeChatArticle['pictures'] = []
  const dress: Dress = {
    attributes: styleOf,
    picture: (image, alt) => {
      const name = `图${pictures.length + 1}.${image.mediaType === 'image/png' ? 'png' : 'jpg'}`
      pictures.push({ sha256: image.sha256, name, alt })
      return `<p${styleOf('center')}>［请在此处插入：${escaped(name)}${alt === '' ? '' : `（${escaped(alt)}）`}］</p>`
    },
  }
  const head = [article.subtitle, article.author, article.documentNumber].filter((line) => line !== null)
  const source = article.source === null ? [] : [`<p${styleOf('note')}>来源：${escaped(article.source)}</p>`]
  const html = [...head.map((line) => `<p${styleOf('center')}>${escaped(line)}</p>`), articleMarkup(article, dress), ...source].join('\n')
  return { title: article.title, html: `<section>${html}</section>`, pictures }
}
