import { Link } from 'react-router'
import type { MarkedText, SearchHit } from '#lib/editorial'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import styles from './import.module.css'

/** What was found: the place, and the words around it. */
export function SearchHits({ hits }: { readonly hits: readonly SearchHit[] }) {
  return (
    <ol>
      {hits.map((hit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one search answers in one order
        <li key={at} className={styles.hit}>
          <HitPlace hit={hit} />
          <p className={styles.excerpt}>
            <Marked text={hit.excerpt} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function HitPlace({ hit }: { readonly hit: SearchHit }) {
  const { texts, language } = useSpoken()
  const home = `/p/${hit.publication}`
  if (hit.kind === 'page')
    return (
      <p>
        <Link to={`${home}/issues/${hit.issue}/preview?edition=${hit.edition}&page=${hit.page}`}>
          {hit.issueName} {texts.archive.onPage(hit.pageLabel)}
        </Link>{' '}
        <span className="small quiet">{[hit.column, hit.articleTitle].filter((part) => part !== null).join('　')}</span>
      </p>
    )
  const facts = [hit.source, hit.sourceDate === null ? null : dateText(hit.sourceDate, language), hit.issueName]
  return (
    <p>
      <Link to={`${home}/articles/${hit.article}`}>
        <Marked text={hit.title} />
      </Link>{' '}
      <span className="small quiet">{facts.filter((part) => part !== null).join('　')}</span>
    </p>
  )
}

function Marked({ text }: { readonly text: MarkedText }) {
  return text.map((piece, at) =>
    piece.found ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one excerpt never change
      <mark key={at} className={styles.found}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
