import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DuplicateAnswer } from '#lib/editorial'
import { readDuplicates } from '../lib/api/search.js'
import { useTexts } from '../lib/language.js'
import { keys } from '../lib/query-keys.js'
import { Note } from './note.js'

/** House: the three strongest say enough; the rest is found by searching. */
const SHOWN = 3

/** What the house has already of this article: the badge of each, with a way to it. */
export function DuplicateNote({ article, publication }: { readonly article: string; readonly publication: string }) {
  const { duplicate } = useTexts()
  const list = useQuery({ queryKey: keys.duplicates(article), queryFn: () => readDuplicates(article) }).data?.items ?? []
  if (list.length === 0) return null
  /** The badge mostly names the other article; where it says only where that was printed, the name stands behind it. */
  const wordsOf = ({ message, title }: DuplicateAnswer): string => (message.includes(title) ? message : duplicate.named(title))
  return (
    <Note tone="warn" title={duplicate.title}>
      <ul>
        {list.slice(0, SHOWN).map((one) => (
          <li key={one.article ?? one.title}>
            {!one.message.includes(one.title) && `${one.message}　`}
            {one.article !== null && one.publication === publication ? (
              <Link to={`/p/${one.publication}/articles/${one.article}`}>{wordsOf(one)}</Link>
            ) : (
              wordsOf(one)
            )}
            {one.paragraphs > 0 && <span className="small quiet"> {duplicate.paragraphs(one.paragraphs)}</span>}
          </li>
        ))}
      </ul>
    </Note>
  )
}
