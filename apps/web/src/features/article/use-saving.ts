import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleAnswer, ArticleContent } from '#lib/editorial'
import { readArticle, saveArticle } from '../../lib/api/articles.js'
import { isProblem } from '../../lib/api/problem.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'
import { flawsOf } from './article-fields.js'
import type { ArticleDraft } from './use-article-draft.js'

/** Two texts that both began with one version. */
export interface Conflict {
  readonly mine: ArticleContent
  readonly theirs: ArticleAnswer
  /** What both began with; null where that can no longer be told. */
  readonly base: ArticleContent | null
}

/** Saves the article as a new version; when someone else was quicker, both texts are laid side by side. */
export function useSaving(draft: ArticleDraft) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const { id, publication } = draft.base
  const save = useMutation({
    mutationFn: async (): Promise<{ saved: ArticleAnswer; since: number } | null> => {
      const since = draft.changes()
      const mine = draft.content()
      try {
        return { saved: await saveArticle(id, draft.base.version, mine), since }
      } catch (error) {
        if (!isProblem(error) || !error.stale) throw error
        const theirs = isArticle(error.members.current) ? error.members.current : await readArticle(id)
        setConflict({ mine, theirs, base: draft.base.content })
        return null
      }
    },
    onSuccess: async (done) => {
      if (done === null) return
      draft.settle(done.saved, done.since)
      client.setQueryData(keys.articleAnswer(id), done.saved)
      say.done(texts.article.savedAs(done.saved.version))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.articleVersions(id) }),
        client.invalidateQueries({ queryKey: keys.articles(publication) }),
        ...(done.saved.issue === null ? [] : [client.invalidateQueries({ queryKey: keys.issue(done.saved.issue) })]),
      ])
    },
    onError: say.problem,
  })
  const flaws = flawsOf(draft.fields)
  const mayTry = flaws.length === 0 && !save.isPending
  return {
    saving: save.isPending,
    flaws,
    conflict,
    settleConflict: () => setConflict(null),
    save: (): void => {
      if (mayTry) save.mutate()
    },
    /** Saves and says whether it is saved. */
    saveFirst: async (): Promise<boolean> => (mayTry ? (await save.mutateAsync().catch(() => null)) !== null : false),
  }
}

const isArticle = (value: unknown): value is ArticleAnswer =>
  value !== null && typeof value === 'object' && 'content' in value && 'version' in value && typeof value.version === 'number'
