import type { Readable } from 'node:stream'

/** A stored file is named by what it holds and never changes. */
export interface StoredFile {
  readonly sha256: string
  readonly bytes: number
}

/** What was stored is not what was recorded: a fault of the disk, told to the administrator, never sent to a reader. */
export class IntegrityFault extends Error {
  constructor(readonly sha256: string) {
    super(`the stored file ${sha256} is damaged or gone`)
    this.name = 'IntegrityFault'
  }
}

export interface FileStore {
  /** Stores bytes; the same bytes again are the same file. When it answers, they are on the disk. */
  put(bytes: Uint8Array): Promise<StoredFile>
  /** Takes a finished file over (it is gone from its old place afterwards). */
  putFile(path: string): Promise<StoredFile>
  has(sha256: string): Promise<boolean>
  read(sha256: string): Promise<Buffer>
  open(sha256: string, range?: { readonly start: number; readonly end: number }): Readable
  /** Reads the whole file and compares; throws IntegrityFault. Ask this before the first byte is sent. */
  check(sha256: string): Promise<StoredFile>
  /** Brings the file to this machine's disk, if it is not there yet, and says where it lies; for programs that want a path. Read only. */
  local(sha256: string): Promise<string>
  /** Where the file lies once it is local. */
  path(sha256: string): string
  remove(sha256: string): Promise<void>
  /** Removes what nobody keeps and nobody wrote within the grace time; answers what was removed. */
  sweep(keep: AsyncIterable<string>, graceMs: number): Promise<readonly string[]>
  /** Removes what was begun so long ago that only a kill can have left it. */
  sweepUnfinished(graceMs: number): Promise<void>
  /** Every file there is. */
  list(): AsyncIterable<string>
  /** How many bytes this machine's disk still takes. */
  room(): Promise<number>
}

/** Injection token of the FileStore. */
export const FILES = Symbol('files')
