import { Button } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../lib/language.js'
import { Tag, type Tone } from '../../ui/state-tag.js'
import styles from './inbox.module.css'
import type { Taking } from './use-collecting.js'

interface CollectedListProps {
  readonly publication: string
  readonly takings: readonly Taking[]
  readonly onClear: () => void
}

const tones: Readonly<Record<Taking['state'], Tone>> = { waiting: 'plain', reading: 'busy', done: 'good', failed: 'bad' }

/** What became of each source brought in: its articles, what was noticed while reading, or why it was not read. */
export function CollectedList({ publication, takings, onClear }: CollectedListProps) {
  const texts = useTexts()
  if (takings.length === 0) return null
  const busy = takings.some((one) => one.state === 'waiting' || one.state === 'reading')
  return (
    <section className="card" aria-label={texts.inbox.results} aria-live="polite">
      <header className={styles.resultsHead}>
        <h2>{texts.inbox.results}</h2>
        <Button size="small" disabled={busy} onClick={onClear}>
          {texts.inbox.clear}
        </Button>
      </header>
      <ul>
        {takings.map((taking) => (
          <li key={taking.key} className={styles.taking}>
            <Tag tone={tones[taking.state]}>{texts.inbox[taking.state]}</Tag>
            <div className="grow">
              <p>{taking.name}</p>
              {taking.error !== undefined && <p className={styles.error}>{taking.error}</p>}
              {taking.collected?.articles.map((article) => (
                <p key={article.id}>
                  <Link to={`/p/${publication}/articles/${article.id}`}>{article.content.title}</Link>{' '}
                  <span className="quiet small">{texts.characters(article.characters)}</span>
                </p>
              ))}
              {(taking.collected?.warnings ?? []).map((warning, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: warnings of one reading never change
                <p key={at} className="quiet small">
                  {warning.message}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
