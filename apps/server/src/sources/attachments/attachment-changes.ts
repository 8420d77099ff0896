import type { AttachmentChange } from '#lib/editorial'
import type { Attachment } from './attachment.entity.js'

type Listed = Pick<Attachment, 'id' | 'name' | 'url' | 'sha256'>

/** The files a page offers now beside those it offered first; two that were both kept are compared byte for byte. */
export function attachmentChanges(before: readonly Listed[], now: readonly Listed[]): AttachmentChange[] {
  const gone = before.filter((one) => !now.some((other) => other.url === one.url))
  return [
    ...now.map((one) => {
      const first = before.find((other) => other.url === one.url)
      return {
        name: one.name,
        url: one.url,
        change: first === undefined ? 'new' : compared(first, one),
        before: first?.id ?? null,
        now: one.id,
      }
    }),
    ...gone.map(({ id, name, url }) => ({ name, url, change: 'gone' as const, before: id, now: null })),
  ] satisfies AttachmentChange[]
}

const compared = (first: Listed, one: Listed): AttachmentChange['change'] => {
  if (first.sha256 === null || one.sha256 === null) return 'unknown'
  return first.sha256 === one.sha256 ? 'same' : 'changed'
}

export const isDifferent = ({ change }: AttachmentChange): boolean => change === 'new' || change === 'gone' || change === 'changed'
