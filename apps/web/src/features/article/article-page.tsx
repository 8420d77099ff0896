import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { can } from '#lib/editorial'
import { readArticle } from '../../lib/api/articles.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { ArticleDesk } from './article-desk.js'
import { ArticleReader } from './article-reader.js'

/** 稿件: written by editors, read by everyone else; an older version is always only read. */
export function ArticlePage() {
  const { publication = '', article: id = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const mayEdit = can(useActor(), 'edit articles', publication)
  const article = useQuery({ queryKey: keys.articleAnswer(id), queryFn: () => readArticle(id) })
  const wanted = Number(search.get('version') ?? Number.NaN)
  const newest = article.data?.version
  useEffect(() => {
    // The newest was asked for by its number: it is written on, and stays open when a newer one is saved.
    if (wanted === newest) setSearch({}, { replace: true })
  }, [newest, setSearch, wanted])
  return (
    <Loaded of={article}>
      {(answer) =>
        Number.isInteger(wanted) && wanted > 0 && wanted !== answer.version ? (
          <ArticleReader newest={answer} version={wanted} mayEdit={mayEdit} />
        ) : mayEdit ? (
          <ArticleDesk key={answer.id} article={answer} />
        ) : (
          <ArticleReader newest={answer} version={answer.version} mayEdit={false} />
        )
      }
    </Loaded>
  )
}
