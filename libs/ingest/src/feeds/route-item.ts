import type { RoutingRule } from '#lib/editorial'
import type { WatchedItem } from './watched-item.js'

/** The column a rule suggests for an article, and the rule's name. */
export interface Suggestion {
  readonly column: string
  readonly rule: string
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** What the first rule that fits says: one of its words stands in the title, and the source, where it names one, is the same. Null where none fits. */
export function suggestColumn(item: Pick<WatchedItem, 'title' | 'source'>, rules: readonly RoutingRule[]): Suggestion | null {
  const title = plain(item.title)
  const source = plain(item.source ?? '').replace(/[《》]/g, '')
  const fits = rules.find((rule) => {
    const words = rule.words.length === 0 || rule.words.some((word) => title.includes(plain(word)))
    return words && (rule.source === null || (source !== '' && source === plain(rule.source).replace(/[《》]/g, '')))
  })
  return fits === undefined ? null : { column: fits.column, rule: fits.name }
}
