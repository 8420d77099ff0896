import { Injectable } from '@nestjs/common'
import type { ArticleContent } from '#lib/editorial'
import type { Finding, IssueFinding, ProofContext } from '#lib/proof'
import { ChildPool } from '../platform/children/child-pool.js'
import type { IssueProofOrder, ProofOrder } from './proof-task.js'

export const proofTask = 'proofread'
export const issueProofTask = 'proofread-issue'

/** A saved content and its hash: equal hash, equal findings. */
export interface Proofable {
  readonly contentHash: string
  readonly content: ArticleContent
}

/** What reading goes by, with a mark that stands for the roster. */
export interface ReadingContext extends ProofContext {
  readonly rosterMark?: string
}

type LoadContents = (hashes: readonly string[]) => Promise<ReadonlyMap<string, ArticleContent | undefined>>

/** House: the articles of some thirty issues; findings are small and made again in milliseconds. */
const REMEMBERED = 1000

/** Reads proofs in the child pool and remembers them by content, so that looking at an issue again costs nothing. */
@Injectable()
export class Proofreader {
  private readonly known = new Map<string, readonly Finding[]>()

  constructor(private readonly children: ChildPool) {}

  /** The findings of each, in the order given. */
  async read(articles: readonly Proofable[], context: ReadingContext): Promise<readonly (readonly Finding[])[]> {
    const contents = new Map(articles.map(({ contentHash, content }) => [contentHash, content]))
    const load = async (hashes: readonly string[]) => new Map(hashes.map((hash) => [hash, contents.get(hash)]))
    return this.readHashes(
      articles.map((one) => one.contentHash),
      context,
      load,
    )
  }

  /** The same by hash: only contents not read before are asked for. */
  async readHashes(hashes: readonly string[], context: ReadingContext, load: LoadContents): Promise<readonly (readonly Finding[])[]> {
    const key = (hash: string): string => `${hash} ${context.issueDate ?? ''} ${context.rosterMark ?? ''}`
    const unread = [...new Set(hashes)].filter((hash) => !this.known.has(key(hash)))
    const made = unread.length === 0 ? new Map<string, readonly Finding[]>() : await this.readNew(unread, context, load)
    return hashes.map((hash) => this.remember(key(hash), made.get(hash)))
  }

  /** What only the articles of an issue together show, in reading order, each in its column. */
  async readTogether(order: IssueProofOrder): Promise<readonly IssueFinding[]> {
    return order.contents.length === 0 ? [] : this.children.run<readonly IssueFinding[]>(issueProofTask, order)
  }

  private async readNew(hashes: readonly string[], context: ReadingContext, load: LoadContents): Promise<Map<string, readonly Finding[]>> {
    const contents = await load(hashes)
    const present = hashes.flatMap((hash) => {
      const content = contents.get(hash)
      return content === undefined ? [] : [{ hash, content }]
    })
    const order: ProofOrder = { contents: present.map((one) => one.content), context }
    const found = await this.children.run<readonly (readonly Finding[])[]>(proofTask, order)
    return new Map(present.map(({ hash }, at) => [hash, found[at] ?? []]))
  }

  /** The oldest are forgotten first. */
  private remember(key: string, made: readonly Finding[] | undefined): readonly Finding[] {
    const findings = made ?? this.known.get(key) ?? []
    this.known.delete(key)
    this.known.set(key, findings)
    const oldest = this.known.keys().next().value
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest)
    return findings
  }
}
