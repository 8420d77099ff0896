/** House: as many as the server takes at once. */
export const MOST_ADDRESSES = 50

export interface Addresses {
  /** Each once, in the order they were written. */
  readonly good: readonly string[]
  /** Words that are no address of a page. */
  readonly bad: readonly string[]
}

/** The addresses in what was pasted: one a line or several in a line, between Chinese words and marks too. */
export function addressesIn(text: string): Addresses {
  const good = new Set<string>()
  const bad: string[] = []
  for (const line of text.split('\n')) {
    const found = line.match(/https?:\/\/[^\s<>"'“”‘’（）《》，。；、]+/giu) ?? []
    for (const address of found) if (URL.canParse(address)) good.add(address)
    if (found.length === 0 && line.trim() !== '') bad.push(line.trim())
  }
  return { good: [...good], bad }
}
