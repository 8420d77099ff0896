import { Injectable } from '@nestjs/common'
import type { Manuscript } from '#lib/editorial'
import { ChildPool } from '../platform/children/child-pool.js'

/** A source as it came: bytes in hand, or a file on the disk. */
export interface UnreadSource {
  readonly bytes?: Uint8Array
  readonly path?: string
  readonly name: string
  readonly mediaType: string | null
  readonly url: string | null
  /** Pictures that lie beside the file, by the name the text calls them. */
  readonly attachments?: Readonly<Record<string, Uint8Array>>
}

export const readTask = 'read-source'

/** House: the slowest honest file seen took 9 s; a bomb is stopped long before it hurts. */
const PATIENCE_MS = 30_000

/** Reads sources in a guarded child: what is hostile or broken costs the child and nothing else. */
@Injectable()
export class SourceReader {
  constructor(private readonly children: ChildPool) {}

  /** Refuses, in the words of the reading room, what cannot be read: empty, encrypted, of another kind. */
  read(source: UnreadSource): Promise<readonly Manuscript[]> {
    return this.children.run<readonly Manuscript[]>(readTask, source, { timeoutMs: PATIENCE_MS })
  }
}
