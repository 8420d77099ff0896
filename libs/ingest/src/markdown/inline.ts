import type { Run } from '#lib/editorial'
import { isHan } from '../forms/characters.js'
import { attachNotes, mergeRuns } from '../runs.js'

type Look = Omit<Run, 'text' | 'note'>

/** A picture met inside a line of text: it becomes a figure after its paragraph. */
export interface InlinePicture {
  readonly alt: string
  readonly address: string
  readonly title: string | null
}

export interface Inline {
  readonly runs: readonly Run[]
  readonly pictures: readonly InlinePicture[]
}

interface Token {
  readonly pattern: RegExp
  readonly read: (found: RegExpExecArray, look: Look, out: Collected) => void
}

interface Collected {
  readonly runs: Run[]
  readonly pictures: InlinePicture[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  emsp: '　',
  ensp: ' ',
  mdash: '—',
  hellip: '…',
  middot: '·',
}

const inside =
  (add: (found: RegExpExecArray) => Look) =>
  (found: RegExpExecArray, look: Look, out: Collected): void =>
    collect(found[1] ?? '', { ...look, ...add(found) }, out)

/** Italics in Chinese are 楷体; slanted Han are never set. House: typography.md, Run.italic is for Latin words. */
const emphasis = (found: RegExpExecArray): Look => ([...(found[1] ?? '')].some(isHan) ? { kai: true } : { italic: true })

const plain =
  (text: (found: RegExpExecArray) => string) =>
  (found: RegExpExecArray, look: Look, out: Collected): void => {
    out.runs.push({ ...look, text: text(found) })
  }

/** Every token has an end: a sign that opens and never closes is looked after no further than a paragraph goes. House: 2,000 characters. */
const TOKENS: readonly Token[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y, read: plain((found) => found[1] ?? '') },
  {
    pattern: /!\[([^\]]{0,500})\]\(\s{0,9}(\S{1,2000}?)(?:\s{1,9}"([^"]{0,500})")?\s{0,9}\)/y,
    read: (found, _, out) => out.pictures.push({ alt: found[1] ?? '', address: found[2] ?? '', title: found[3] ?? null }),
  },
  { pattern: /\[\^([^\]\s]{1,40})\]/y, read: (found, look, out) => out.runs.push({ ...look, text: '', note: found[1] ?? '' }) },
  {
    pattern: /\[([^\]]{1,500})\]\(\s{0,9}((?:https?:|mailto:)\S{1,2000}?)(?:\s{1,9}"[^"]{0,500}")?\s{0,9}\)/y,
    read: inside((found) => ({ link: found[2] ?? '' })),
  },
  {
    pattern: /<((?:https?:|mailto:)[^>\s]{1,2000})>/y,
    read: (found, look, out) => out.runs.push({ ...look, text: found[1] ?? '', link: found[1] ?? '' }),
  },
  { pattern: /\*\*(?=\S)([\s\S]{0,2000}?\S)\*\*/y, read: inside(() => ({ bold: true })) },
  { pattern: /\*(?=[^\s*])([^*]{0,2000}?[^\s*])\*/y, read: inside(emphasis) },
  { pattern: /<u>([\s\S]{0,2000}?)<\/u>/iy, read: inside(() => ({ underline: true })) },
  { pattern: /<sup>([\s\S]{0,200}?)<\/sup>/iy, read: inside(() => ({ position: 'sup' })) },
  { pattern: /<sub>([\s\S]{0,200}?)<\/sub>/iy, read: inside(() => ({ position: 'sub' })) },
  { pattern: /<!--[\s\S]{0,5000}?-->/y, read: () => undefined },
  { pattern: /<br\s{0,9}\/?>/iy, read: () => undefined },
  { pattern: /`([^`\n]{1,500})`/y, read: plain((found) => found[1] ?? '') },
  { pattern: /&([a-z]{2,6});/y, read: plain((found) => ENTITIES[found[1] ?? ''] ?? found[0]) },
]

/** The runs of one paragraph of Markdown. */
export function readInline(text: string): Inline {
  const out: Collected = { runs: [], pictures: [] }
  collect(text, {}, out)
  return { runs: attachNotes(mergeRuns(out.runs)), pictures: out.pictures }
}

function collect(text: string, look: Look, out: Collected): void {
  let from = 0
  let at = 0
  while (at < text.length) {
    const found = /[\\!*[<`&]/.test(text[at] ?? '') ? match(text, at) : null
    if (found === null) {
      at += 1
      continue
    }
    if (at > from) out.runs.push({ ...look, text: text.slice(from, at) })
    found.token.read(found.found, look, out)
    at += found.found[0].length
    from = at
  }
  if (from < text.length) out.runs.push({ ...look, text: text.slice(from) })
}

function match(text: string, at: number): { token: Token; found: RegExpExecArray } | null {
  for (const token of TOKENS) {
    token.pattern.lastIndex = at
    const found = token.pattern.exec(text)
    if (found !== null) return { token, found }
  }
  return null
}
