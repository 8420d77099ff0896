/** House: as many as the server takes at once. */
export const MOST_LETTERS = 200

/** Source: RFC 5321, a path of at most 254 signs. What the name in front of it may be, the mail server says. */
const ADDRESS = /^[^\s@<>"'，；]+@[^\s@<>"'，；]+\.[^\s@<>"'，；.]+$/
const LONGEST = 254

export interface MailAddresses {
  /** Each once, in the order they were written. */
  readonly good: readonly string[]
  /** Words that are no address. */
  readonly bad: readonly string[]
}

/** The addresses in what was typed or pasted, with or without a name before them: `沈砚秋 <shen@example.edu.cn>`. */
export function mailAddressesIn(text: string): MailAddresses {
  const named = text.replace(/[^\n,，;；<>]*<([^<>]*)>/g, ' $1 ')
  const words = named.split(/[\s,，;；、]+/).filter((word) => word !== '')
  const isAddress = (word: string): boolean => word.length <= LONGEST && ADDRESS.test(word)
  return { good: [...new Set(words.filter(isAddress))], bad: words.filter((word) => !isAddress(word)) }
}
