import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { readEditions } from '../../lib/api/editions.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useIssue } from '../../lib/use-issue.js'
import { Loaded } from '../../ui/loaded.js'
import styles from './edition.module.css'
import { EditionCard } from './edition-card.js'
import { RenderPanel } from './render-panel.js'

/** 成品: files asked for, in the making, and made. */
export function EditionPage() {
  const { issue: id = '' } = useParams()
  const texts = useTexts()
  const editions = useQuery({ queryKey: keys.editions(id), queryFn: () => readEditions(id) })
  return (
    <Loaded of={useIssue(id)}>
      {(issue) => (
        <div className={styles.page}>
          <RenderPanel issue={issue} />
          <section aria-label={texts.edition.editions} className="stack">
            <Loaded of={editions}>
              {({ items }) =>
                items.length === 0 ? (
                  <p className="card card-body quiet">{texts.edition.noEditions}</p>
                ) : (
                  items.map((edition) => <EditionCard key={edition.id} edition={edition} publication={issue.publication} />)
                )
              }
            </Loaded>
          </section>
        </div>
      )}
    </Loaded>
  )
}
