import type { CommandTable } from './platform/command/command.js'

/** What `bianyin` can do; each command is loaded when it is called. */
export const commands: CommandTable = {
  start: async () => (await import('./commands/start.js')).start,
  '.welcome': async () => (await import('./commands/welcome.js')).welcome,
  'user add': async () => (await import('./commands/user.js')).userAdd,
  'user list': async () => (await import('./commands/user.js')).userList,
  'user passwd': async () => (await import('./commands/user.js')).userPassword,
  'user disable': async () => (await import('./commands/user.js')).userDisable,
  import: async () => (await import('./commands/import.js')).importBulletin,
  produce: async () => (await import('./commands/produce.js')).produce,
  proof: async () => (await import('./commands/proof.js')).proof,
  reindex: async () => (await import('./commands/reindex.js')).reindex,
  doctor: async () => (await import('./commands/doctor.js')).doctor,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  openapi: async () => (await import('./commands/openapi.js')).openapi,
  backup: async () => (await import('./commands/backup.js')).backup,
  restore: async () => (await import('./commands/restore.js')).restore,
  verify: async () => (await import('./commands/verify.js')).verify,
  reconcile: async () => (await import('./commands/reconcile.js')).reconcile,
  'jobs list': async () => (await import('./commands/jobs.js')).jobsList,
  'jobs retry': async () => (await import('./commands/jobs.js')).jobsRetry,
  'jobs cancel': async () => (await import('./commands/jobs.js')).jobsCancel,
  'audit verify': async () => (await import('./commands/audit.js')).auditVerify,
  'audit export': async () => (await import('./commands/audit.js')).auditExport,
  gc: async () => (await import('./commands/gc.js')).gc,
}
