import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { cancelAttachment, fetchAttachment, makeArticleOf } from '../../../lib/api/origins.js'
import { useTexts } from '../../../lib/language.js'
import { newKey } from '../../../lib/new-key.js'
import { keys } from '../../../lib/query-keys.js'
import { useSay } from '../../../ui/say.js'

/** What is done to the files of an original. */
export function useAttachmentWork() {
  const { origin } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [made, setMade] = useState<Readonly<Record<string, string>>>({})
  const after = { onError: say.problem, onSettled: () => client.invalidateQueries({ queryKey: keys.origins }) }
  const fetch = useMutation({ mutationFn: fetchAttachment, ...after })
  const cancel = useMutation({ mutationFn: cancelAttachment, ...after })
  const make = useMutation({
    mutationFn: (id: string) => makeArticleOf(id, newKey()),
    onSuccess: ({ articles: [article] }, id) => {
      say.done(origin.made)
      if (article !== undefined) setMade((before) => ({ ...before, [id]: article.id }))
    },
    ...after,
  })
  return { fetch, cancel, make, madeOf: (id: string): string | undefined => made[id] }
}

export type AttachmentWork = ReturnType<typeof useAttachmentWork>
