import { Injectable } from '@nestjs/common'
import type { ArticleContent } from '#lib/editorial'
import type { Finding, ProofContext } from '#lib/proof'
import { ChildPool } from '../platform/children/child-pool.js'

export const proofTask = 'proofread'

/** A saved content and its hash: equal hash, equal findings. */
export interface Proofable {
  readonly contentHash: string
  readonly content: ArticleContent
}

/** House: the articles of some thirty issues; findings are small and made again in milliseconds. */
const REMEMBERED = 1000

/** Reads proofs in the child pool and remembers them by content, so that looking at an issue again costs nothing. */
@Injectable()
export class Proofreader {
  private readonly known = new Map<string, readonly Finding[]>()

  constructor(private readonly children: ChildPool) {}

  /** The findings of each, in the order given. */
  async read(articles: readonly Proofable[], context: ProofContext): Promise<readonly (readonly Finding[])[]> {
    const key = ({ contentHash }: Proofable): string => `${contentHash} ${context.issueDate ?? ''}`
    const fresh = articles.filter((one) => !this.known.has(key(one)))
    const made = new Map<string, readonly Finding[]>()
    if (fresh.length > 0) {
      const order = { contents: fresh.map((one) => one.content), context }
      const found = await this.children.run<readonly (readonly Finding[])[]>(proofTask, order)
      for (const [at, one] of fresh.entries()) made.set(key(one), found[at] ?? [])
    }
    return articles.map((one) => this.remember(key(one), made.get(key(one))))
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
