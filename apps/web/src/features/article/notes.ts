import type { ArticleContent, Run } from '#lib/editorial'
import { runsText } from '#lib/editorial'

export type Notes = ArticleContent['notes']

/** Changes the words of a footnote; its emphasis stays as long as its words do. */
export function withNote(notes: Notes, key: string, words: string): Notes {
  const before: readonly Run[] = notes[key] ?? []
  return { ...notes, [key]: runsText(before) === words ? before : words === '' ? [] : [{ text: words }] }
}

/** The notes a body calls for, in the order of their keys; a call without a note gets an empty one. */
export function notesFor(blocks: ArticleContent['blocks'], notes: Notes): Notes {
  const keys = [...JSON.stringify(blocks).matchAll(/"note":"((?:[^"\\]|\\.)*)"/g)].map((found) => JSON.parse(`"${found[1]}"`) as string)
  const wanted = [...new Set(keys)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return Object.fromEntries(wanted.map((key) => [key, notes[key] ?? []]))
}
