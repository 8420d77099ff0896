import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import type { ArticleLine, IssueAnswer, PlacedArticle } from '#lib/editorial'
import { readArticles } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { useSay } from '../../ui/say.js'
import styles from './board.module.css'
import { type Arrange, type Lane, placeArticle } from './lanes.js'

interface ArticlePoolProps {
  readonly issue: IssueAnswer
  readonly lanes: readonly Lane[]
  readonly arrange: (change: Arrange) => void
}

/** 稿源: the articles that stand in no issue yet, to be placed with one press. */
export function ArticlePool({ issue, lanes, arrange }: ArticlePoolProps) {
  const texts = useTexts()
  const say = useSay()
  const [title, setTitle] = useState('')
  const [into, setInto] = useState(0)
  const wanted = useDeferredValue(title.trim())
  const pool = useQuery({
    queryKey: [...keys.articles(issue.publication), { wanted, pool: true }],
    queryFn: () => readArticles(issue.publication, { title: wanted === '' ? undefined : wanted, unplaced: 'true' }),
    placeholderData: (before) => before,
  })
  const standing = new Set(lanes.flatMap((lane) => lane.articles.map((one) => one.article)))
  const column = Math.min(into, lanes.length - 1)
  const place = (article: ArticleLine): void => {
    arrange(placeArticle(placedOf(article), column))
    say.done(texts.issue.placed(article.title))
  }
  return (
    <section className={styles.panel} aria-label={texts.issue.pool}>
      <header className={styles.panelHead}>
        <h2>{texts.issue.pool}</h2>
        <Link className="small" to={`/p/${issue.publication}/inbox`}>
          {texts.issue.toInbox}
        </Link>
      </header>
      {lanes.length > 0 && (
        <Select
          aria-label={texts.issue.placeInto}
          value={column}
          prefix={texts.issue.placeInto}
          options={lanes.map((lane, at) => ({ value: at, label: lane.name ?? texts.issue.unnamedColumn }))}
          onChange={setInto}
        />
      )}
      <Input
        allowClear
        aria-label={texts.issue.poolSearch}
        placeholder={texts.issue.poolSearch}
        value={title}
        maxLength={100}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Loaded of={pool}>
        {({ items }) => {
          const free = items.filter((one) => !standing.has(one.id))
          if (free.length === 0) return <p className="quiet">{texts.issue.poolEmpty}</p>
          return (
            <ul className={styles.pool}>
              {free.map((article) => (
                <li key={article.id}>
                  <div className="grow">
                    <Link className={styles.title} to={`/p/${issue.publication}/articles/${article.id}`}>
                      {article.title}
                    </Link>
                    <p className="quiet small">
                      {article.source ?? texts.inbox.noSource} · {texts.characters(article.characters)}
                    </p>
                  </div>
                  <Button
                    size="small"
                    disabled={lanes.length === 0}
                    aria-label={texts.issue.placeOf(article.title)}
                    onClick={() => place(article)}
                  >
                    {texts.issue.place}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </section>
  )
}

const placedOf = (article: ArticleLine): PlacedArticle => ({
  article: article.id,
  version: article.version,
  title: article.title,
  source: article.source,
  characters: article.characters,
  newer: null,
})
