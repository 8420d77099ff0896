import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { LookAnswer } from '#lib/editorial'
import { markSeen } from '../../lib/api/reviews.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Note } from '../../ui/note.js'
import { useSay } from '../../ui/say.js'

const KINDS = ['added', 'changed', 'moved', 'removed'] as const

/** What became different since this person last said they had seen the issue, and the place to say so again. */
export function LookNote({ look }: { readonly look: LookAnswer | undefined }) {
  const { texts, language } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const seen = useMutation({
    mutationFn: () => markSeen(look?.issue ?? ''),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.look(look?.issue ?? '') }),
  })
  if (look === undefined) return null
  const counts = KINDS.map((kind) => [kind, look.articles.filter((one) => one.change === kind).length] as const).filter(
    ([, count]) => count > 0,
  )
  const told = [
    ...counts.map(([kind, count]) => texts.review.sinceThen[kind](count)),
    ...(look.factsChanged ? [texts.review.factsChanged] : []),
  ]
  const button = (
    <Button size="small" loading={seen.isPending} onClick={() => seen.mutate()}>
      {texts.review.markSeen}
    </Button>
  )
  if (look.seenAt === null) return <Note title={texts.review.neverSeen} actions={button} />
  if (told.length === 0) return <Note tone="good" title={texts.review.nothingSince(shortMoment(look.seenAt, language))} />
  return (
    <Note
      tone="warn"
      title={texts.about(texts.review.since(shortMoment(look.seenAt, language)), texts.together(...told))}
      actions={button}
    />
  )
}
