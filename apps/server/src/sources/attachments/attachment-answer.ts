import { type AttachmentAnswer } from '#lib/editorial'
import { said } from '../../platform/errors/said.js'
import type { Attachment } from './attachment.entity.js'
import { isReadable } from './attachment-name.js'

export const attachmentAnswer = (one: Attachment): AttachmentAnswer => ({
  id: one.id,
  publication: one.publication,
  snapshot: one.snapshot,
  name: one.name,
  url: one.url,
  state: one.state,
  sha256: one.sha256,
  bytes: one.bytes,
  readable: one.sha256 !== null && isReadable(one.name),
  error: one.errorCode === null ? null : { code: one.errorCode, message: said(one.errorCode, one.errorParams) },
  finishedAt: one.finishedAt?.toISOString() ?? null,
})
