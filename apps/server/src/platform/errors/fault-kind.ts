import { IntegrityFault } from '../files/file-store.js'

/** What a fault means for the answer: try again soon, the disk is full, a damaged file, or simply ours. */
export type FaultKind = 'unavailable' | 'storage-full' | 'integrity' | 'fault'

const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])
/** Too many files are open, or too little memory is left: over as soon as others have ended. */
const exhausted = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'])
/** PostgreSQL: connection exceptions, out of memory, too many connections, shutting down or starting up, read-only, statement cut off. */
const database = /^(08\w{3}|53[23]00|57P0[1-5]|25006|57014)$/
const lost =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|not queryable|connection is closed/i

export function faultKind(error: unknown): FaultKind {
  if (error instanceof IntegrityFault) return 'integrity'
  const { code, message, driverError, cause } = (error ?? {}) as Record<'code' | 'message' | 'driverError' | 'cause', unknown>
  const word = wordOf(code)
  if (word === 'ENOSPC' || word === 'EDQUOT' || word === 'EROFS' || word === '53100') return 'storage-full'
  if (network.has(word) || exhausted.has(word) || database.test(word) || lost.test(wordOf(message))) return 'unavailable'
  const behind = driverError ?? cause
  return behind === undefined ? 'fault' : faultKind(behind)
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
