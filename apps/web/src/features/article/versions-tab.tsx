import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { readArticleVersions } from '../../lib/api/articles.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import styles from './article.module.css'

interface VersionsTabProps {
  readonly publication: string
  readonly article: string
  readonly current: number
}

/** 历史: every version ever saved, by whom and when. */
export function VersionsTab({ publication, article, current }: VersionsTabProps) {
  const { texts, language } = useSpoken()
  const versions = useQuery({ queryKey: [...keys.articleVersions(article), 'list'], queryFn: () => readArticleVersions(article) })
  return (
    <Loaded of={versions}>
      {({ items }) => (
        <ol className={styles.versions}>
          {items.map((one) => (
            <li key={one.version}>
              <p>
                {one.version === current ? (
                  <strong>{`${texts.version(one.version)}${texts.aside(texts.article.current)}`}</strong>
                ) : (
                  <Link to={`/p/${publication}/articles/${article}?version=${one.version}`}>{texts.version(one.version)}</Link>
                )}
                <span className="quiet small">　{texts.characters(one.characters)}</span>
              </p>
              <p className="quiet small">
                {texts.article.versionBy(one.savedBy?.name ?? texts.system, shortMoment(one.savedAt, language))}
              </p>
              {one.note !== null && <p className="small">{one.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}
