/** Body paragraphs alone: no front matter, tables, fences, headings or notes. */
export function paragraphsOf(markdown: string): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^::: [\s\S]*?\n:::$/gm, '')
  return body
    .split(/\n{2,}/)
    .map((text) => text.trim().replace(/\[\^\w+\]/g, ''))
    .filter((text) => text.length >= 60 && text.endsWith('。') && !/^[|!>#[*]/.test(text))
}

/** An error put into a sound paragraph: the text after, and where it is. */
export interface Seeded {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Replaces the first place a pattern matches; null where it does not. */
export function seed(text: string, pattern: RegExp, by: string | ((found: string) => string)): Seeded | null {
  const found = pattern.exec(text)
  if (found === null) return null
  const wrong = typeof by === 'string' ? by : by(found[0])
  return {
    text: text.slice(0, found.index) + wrong + text.slice(found.index + found[0].length),
    from: found.index,
    to: found.index + wrong.length,
  }
}

/** Puts a text after the n-th sentence. */
export function insert(text: string, sentence: number, what: string): Seeded | null {
  const ends = [...text.matchAll(/。/g)].map((found) => found.index + 1)
  const at = ends[Math.min(sentence, ends.length - 1)]
  return at === undefined ? null : { text: text.slice(0, at) + what + text.slice(at), from: at, to: at + what.length }
}
