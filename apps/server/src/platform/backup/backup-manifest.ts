import { z } from 'zod'

/** What an archive says of itself. */
export const backupManifest = z.strictObject({
  format: z.literal(1),
  bianyin: z.string(),
  madeAt: z.string(),
  /** The steps of the schema that had been taken. */
  steps: z.array(z.int()),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_]+$/), rows: z.int() })),
  files: z.strictObject({ count: z.int(), bytes: z.int() }),
  audit: z.strictObject({ entries: z.int(), head: z.string().nullable() }),
  /** Stored files that were found damaged, and are not in the archive. */
  damaged: z.array(z.string()),
})

export type BackupManifest = z.infer<typeof backupManifest>

/** What a backup and a restore need to know besides. */
export interface Passing {
  /** Tables whose rows mean nothing on another day, such as sessions. */
  readonly leaveOut: readonly string[]
}
