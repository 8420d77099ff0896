import { type ArticleContent, type Block, EMPTY_ARTICLE } from '#lib/editorial'
import type { PassageRole } from './passages.js'
import type { ArticleExample, Hit } from './rule.js'

/** The picture language of the rules' examples: `今天⟨,→，⟩我们` marks a place and what should stand there; `heading| 一、总则` says what the text is. */
export interface Marked {
  readonly text: string
  readonly role: PassageRole
  readonly marks: readonly Hit[]
}

export function readMarked(marked: string): Marked {
  const role = /^(\w+)\| ?/.exec(marked)
  const marks: Hit[] = []
  let text = ''
  for (const [, plain = '', wrong, right] of marked.slice(role?.[0].length ?? 0).matchAll(/([^⟨]*)(?:⟨([^⟩→]*)(?:→([^⟩]*))?⟩)?/g)) {
    text += plain
    if (wrong === undefined) continue
    marks.push({ from: text.length, to: text.length + wrong.length, suggestion: right ?? null })
    text += wrong
  }
  return { text, role: (role?.[1] as PassageRole | undefined) ?? 'body', marks }
}

/** The text with its hits marked, as an example is written. */
export function showHits(text: string, hits: readonly Hit[]): string {
  let shown = ''
  let at = 0
  for (const hit of [...hits].sort((a, b) => a.from - b.from)) {
    const fix = hit.suggestion == null ? '' : `→${hit.suggestion}`
    shown += `${text.slice(at, hit.from)}⟨${text.slice(hit.from, hit.to)}${fix}⟩`
    at = hit.to
  }
  return shown + text.slice(at)
}

/** A small article from its lines, with the marked places as `block:from-to→suggestion`. */
export function articleOf(example: ArticleExample): { content: ArticleContent; marks: string[] } {
  const lines = (example.body ?? []).map(readMarked)
  const marks = lines.flatMap((line, index) =>
    line.marks.map(
      (mark) =>
        `${index}:${mark.from - leadOf(line.text)}-${mark.to - leadOf(line.text)}${mark.suggestion == null ? '' : `→${mark.suggestion}`}`,
    ),
  )
  return { content: { ...EMPTY_ARTICLE, title: '示例', ...example.head, blocks: lines.map((line) => blockOf(line.text)) }, marks }
}

/** `表：` says what a line is and is no part of it. */
const leadOf = (line: string): number => (line.startsWith('表：') ? 2 : 0)

/** 一、 （一） 1. （1） alone are headings; `落款：甲|乙|日期` is a signature, `图：` a figure, `问：` `答：` turns, `附：` an annex; the rest are paragraphs. */
function blockOf(text: string): Block {
  const runs = [{ text }]
  const signature = /^落款：(.*)$/.exec(text)?.[1]?.split('|')
  if (signature !== undefined) {
    const date = /\d{4}年/.test(signature.at(-1) ?? '') ? (signature.at(-1) ?? null) : null
    return { kind: 'signature', organs: date === null ? signature : signature.slice(0, -1), date }
  }
  if (text.startsWith('图：'))
    return {
      kind: 'figure',
      image: { sha256: '0'.repeat(64), mediaType: 'image/png', width: 1, height: 1 },
      caption: text.slice(2) || null,
      alt: '',
    }
  if (text.startsWith('表：')) return tableOf(text.slice(2))
  if (/[。！？；：，]$/.test(text) || text.length > 40) return { kind: 'paragraph', runs }
  const level = HEADINGS.findIndex((heading) => heading.test(text))
  return level >= 0 ? { kind: 'heading', level: (level + 1) as 1 | 2 | 3 | 4, runs } : { kind: 'paragraph', runs }
}

/** `表：地区|学校；江州|12`: a head row, then the others. */
const tableOf = (text: string): Block => ({
  kind: 'table',
  caption: null,
  headerRows: 1,
  rows: text.split('；').map((row) => row.split('|').map((cell) => ({ runs: cell === '' ? [] : [{ text: cell }] }))),
  note: null,
})

const HEADINGS = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+[.．]/, /^（\d+）/]
