import { z } from 'zod'
import { pageOf } from './listing.js'
import { moment, sha256Text } from './marks.js'
import { personName } from './people.js'

/** One act as the audit holds it: who did what to which thing; `person` is null for the house itself. */
export const auditLine = z
  .strictObject({
    sequence: z.int(),
    at: moment,
    person: personName.nullable(),
    act: z.string(),
    object: z.string(),
    objectId: z.string(),
    detail: z.record(z.string(), z.unknown()),
    hash: sha256Text,
  })
  .meta({ id: 'AuditLine' })

export const auditList = pageOf(auditLine).meta({ id: 'AuditList' })

export type AuditLine = z.infer<typeof auditLine>
