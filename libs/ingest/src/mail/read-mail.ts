import { invalid, type Manuscript, type SiteRule } from '#lib/editorial'
import { readHtml } from '../html/read-html.js'
import { readText } from '../text/read-text.js'
import { readMailParts } from './mail-parts.js'

/** An article out of a mail or out of a page saved as one file: its subject is the title, its files are offered. */
export async function readMail(bytes: Uint8Array, name: string, rules: readonly SiteRule[] = []): Promise<Manuscript> {
  const { subject, html, text, url, pictures, files } = await readMailParts(bytes, name)
  const made = html === null ? plain(subject, text, name) : readHtml({ html, name, url, rules, title: subject }, pictures)
  const page = url !== undefined && /^https?:/i.test(url) ? url : null
  return {
    ...made,
    content: { ...made.content, url: page },
    offered: [...made.offered, ...files.map(({ name: file, url: place }) => ({ name: file, url: place }))],
    warnings: [...made.warnings, ...files.map((file) => ({ code: 'ingest/attachment', params: { name: file.name, address: file.url } }))],
  }
}

function plain(subject: string, text: string, name: string): Manuscript {
  if (text.trim() === '') throw invalid('ingest/empty', { name })
  return readText(subject === '' || text.trimStart().startsWith(subject) ? text : `${subject}\n\n${text}`)
}
