import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type ArticleAnswer, can, type FindingList } from '#lib/editorial'
import { signOffSource, takeBackSignOff } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Note } from '../../ui/note.js'
import { ReasonDialog } from '../../ui/reason-dialog.js'
import { useSay } from '../../ui/say.js'

interface SourceSignOffProps {
  readonly article: ArticleAnswer
  readonly findings: FindingList
}

/** An article that does not say all of where it is from does not pass unless someone answers for what is missing. */
export function SourceSignOff({ article, findings }: SourceSignOffProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const maySign = can(useActor(), 'sign off missing sources', article.publication)
  const reread = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['articles', article.id, 'findings'] })
    if (article.issue !== null) await client.invalidateQueries({ queryKey: keys.issue(article.issue) })
  }
  const sign = useMutation({
    mutationFn: (reason: string) => signOffSource(article.id, { reason }),
    onSuccess: () => setAsking(false),
    onError: say.problem,
    onSettled: reread,
  })
  const takeBack = useMutation({ mutationFn: () => takeBackSignOff(article.id), onError: say.problem, onSettled: reread })
  const { signOff } = findings
  if (findings.sourceMissing.length === 0 && signOff === null) return null
  if (findings.sourceMissing.length === 0 && signOff !== null)
    return (
      <Note
        tone="good"
        title={texts.article.signedOff(signOff.by?.name ?? texts.system, signOff.reason)}
        actions={
          maySign && (
            <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {texts.article.takeBack}
            </Button>
          )
        }
      />
    )
  return (
    <>
      <Note
        tone="bad"
        title={texts.article.sourceMissing(findings.sourceMissing)}
        actions={
          maySign && (
            <Button size="small" onClick={() => setAsking(true)}>
              {texts.article.signOff}
            </Button>
          )
        }
      />
      <ReasonDialog
        open={asking}
        title={texts.article.signOff}
        lead={texts.article.signOffLead}
        confirm={texts.article.signOff}
        busy={sign.isPending}
        onReason={(reason) => sign.mutate(reason)}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
