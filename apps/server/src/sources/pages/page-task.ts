import { fitTexts } from '#lib/editorial'
import { type Attachments, readManuscript } from '#lib/ingest'
import { withProvisionalTitle } from '../provisional-title.js'
import type { ReadPage, UnreadPage } from './page-reader.js'

/** Reads one web page in the child, with the pictures that were fetched for it. */
export async function readPage({ bytes, name, mediaType, url, pictures, rules }: UnreadPage): Promise<ReadPage> {
  const asked = new Set<string>()
  const read = await readManuscript({ bytes, name, mediaType, url }, remembering(pictures, asked), { rules })
  const manuscript = withProvisionalTitle(read, name)
  const wanted = [...asked].filter((address) => /^https?:/i.test(address) && pictures[address] === undefined)
  return { manuscript: { ...manuscript, content: fitTexts(manuscript.content) }, wanted }
}

/** The pictures at hand; which others the reader looks for is written down. */
const remembering = (pictures: Attachments, asked: Set<string>): Attachments =>
  new Proxy(pictures, {
    get: (at, address) => {
      if (typeof address !== 'string') return undefined
      const known = Object.hasOwn(at, address) ? at[address] : undefined
      if (known === undefined) asked.add(address)
      return known
    },
  })
