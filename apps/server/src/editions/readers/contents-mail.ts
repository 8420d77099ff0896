import type { Manifest } from '#lib/editorial'
import { escaped } from './markup.js'

export interface ContentsMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface MailFacts {
  readonly name: string
  readonly message: string | null
  readonly articles: Manifest['articles']
  /** Where the issue can be read; null where it is not open. */
  readonly href: string | null
}

/** The contents of an issue as a letter, in plain text and HTML; columns stand above their articles, pages behind the titles. */
export function contentsMail({ name, message, articles, href }: MailFacts): ContentsMail {
  const lines = articles.flatMap(({ column, title, pageLabel }, at) => {
    const first = column !== null && articles[at - 1]?.column !== column
    return [...(first ? [{ column }] : []), { title, page: pageLabel }]
  })
  const text = lines.map((line) => ('column' in line ? `\n【${line.column}】` : `${line.title}……${line.page}`))
  const html = lines.map((line) =>
    'column' in line ? `<p><b>【${escaped(line.column ?? '')}】</b></p>` : `<p>${escaped(line.title)}……${escaped(line.page)}</p>`,
  )
  const reading = href === null ? [] : [`在线阅读：${href}`]
  return {
    subject: `${name}目录`,
    text: [...(message === null ? [] : [message, '']), name, ...text, '', ...reading].join('\n'),
    html: [
      ...(message === null ? [] : [`<p>${escaped(message)}</p>`]),
      `<h2>${escaped(name)}</h2>`,
      ...html,
      ...(href === null ? [] : [`<p><a href="${escaped(href)}">在线阅读</a></p>`]),
    ].join('\n'),
  }
}
