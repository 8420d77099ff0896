import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SiteRule, SiteRuleAnswer } from '#lib/editorial'
import { addSiteRule, changeSiteRule, removeSiteRule } from '../../lib/api/site-rules.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

/** What is done to the site rules; the list is read again after each. */
export function useRuleWork(publication: string) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const after = { onError: say.problem, onSettled: () => client.invalidateQueries({ queryKey: keys.siteRules(publication) }) }
  const keep = useMutation({
    mutationFn: ({ kept, rule }: { kept: SiteRuleAnswer | null; rule: SiteRule }) =>
      kept === null ? addSiteRule(publication, rule) : changeSiteRule(kept.id, kept.version, rule),
    onSuccess: () => say.done(texts.saved),
    ...after,
  })
  const remove = useMutation({ mutationFn: (kept: SiteRuleAnswer) => removeSiteRule(kept.id, kept.version), ...after })
  return { keep, remove }
}

export type RuleWork = ReturnType<typeof useRuleWork>
