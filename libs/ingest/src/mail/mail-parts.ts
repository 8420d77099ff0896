import PostalMime, { type Email } from 'postal-mime'
import { invalid, type OfferedFile } from '#lib/editorial'

/** A file that came along with a mail. */
export interface MailFile extends OfferedFile {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What a mail or a page saved as one file holds. */
export interface MailParts {
  readonly subject: string
  readonly html: string | null
  readonly text: string
  /** Where a saved page is from. */
  readonly url: string | undefined
  /** Pictures of the text by the address it calls them. */
  readonly pictures: Readonly<Record<string, Uint8Array>>
  readonly files: readonly MailFile[]
}

/** House: mails forwarded in mails eight deep were never seen. */
const DEEPEST = 8

/** Takes a mail (.eml) or a saved page (.mht) apart. Refuses what is neither. Source: RFC 5322, RFC 2045, RFC 2557. */
export async function readMailParts(bytes: Uint8Array, name: string): Promise<MailParts> {
  const email = await PostalMime.parse(namedByPlace(bytes), {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 64,
    maxRfc822NestingDepth: DEEPEST,
  }).catch(() => {
    throw invalid('ingest/unsupported', { name })
  })
  const parts = email.attachments.map((part, index) => ({
    id: (part.contentId ?? '').replace(/^<|>$/g, ''),
    name: part.filename ?? `附件${index + 1}`,
    url: `attachment:${index + 1}`,
    mediaType: part.mimeType,
    isPicture: part.mimeType.startsWith('image/') && part.disposition !== 'attachment',
    bytes: typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content),
  }))
  return {
    subject: tidySubject(email.subject ?? ''),
    html: email.html ?? null,
    text: email.text ?? '',
    url: savedFrom(email),
    pictures: Object.fromEntries(
      parts.filter((part) => part.isPicture).flatMap(({ id, name: file, bytes: data }) => calledBy(id, file, data)),
    ),
    files: parts.filter((part) => !part.isPicture && !/^text\/css|font/.test(part.mediaType)),
  }
}

const calledBy = (id: string, file: string, data: Uint8Array): [string, Uint8Array][] => [
  [file, data],
  ...(id === ''
    ? []
    : ([
        [id, data],
        [`cid:${id}`, data],
      ] as [string, Uint8Array][])),
]

/** Parts of a saved page are called by where they stood, parts of a mail by a number of their own: one name serves both. */
function namedByPlace(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^Content-Location:/im.test(whole)) return bytes
  const renamed = whole
    .replace(/^Content-ID:/gim, 'X-Content-ID:')
    .replace(/^Content-Location:[ \t]*(\S+)/gim, 'Content-ID: <$1>\r\nContent-Location: $1')
  return Uint8Array.from(Buffer.from(renamed, 'latin1'))
}

const savedFrom = (email: Email): string | undefined => {
  const said = (key: string): string | undefined => email.headers.find((header) => header.key === key)?.value.trim()
  const place = said('snapshot-content-location') ?? said('content-location')
  return place !== undefined && URL.canParse(place) ? place : undefined
}

/** 转发：转发：通知 → 通知. */
const tidySubject = (subject: string): string => subject.replace(/^(?:(?:转发|回复|答复|fwd?|re)\s*[：:]\s*)+/i, '').trim()
