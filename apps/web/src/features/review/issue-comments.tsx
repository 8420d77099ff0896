import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { IssueAnswer } from '#lib/editorial'
import { addIssueComment, readIssueComments, resolveComment } from '../../lib/api/comments.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'
import styles from './review.module.css'

/** Open remarks of an issue, on it and on its articles. */
export function useIssueComments(issue: string) {
  return useQuery({ queryKey: keys.issueComments(issue), queryFn: () => readIssueComments(issue) }).data?.items.filter(
    (one) => one.state === 'open',
  )
}

/** What is said of the issue as a whole. */
export function IssueComments({ issue, mayComment }: { readonly issue: IssueAnswer; readonly mayComment: boolean }) {
  const { texts, language } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const after = { onError: say.problem, onSettled: () => client.invalidateQueries({ queryKey: keys.issue(issue.id) }) }
  const add = useMutation({ mutationFn: () => addIssueComment(issue.id, text.trim()), onSuccess: () => setText(''), ...after })
  const resolve = useMutation({ mutationFn: resolveComment, ...after })
  const items = useIssueComments(issue.id)?.filter((one) => one.article === null) ?? []
  if (items.length === 0 && !mayComment) return null
  return (
    <section className={styles.panel} aria-label={texts.comment.ofIssue}>
      <h2>{texts.comment.ofIssue}</h2>
      <ul>
        {items.map((one) => (
          <li key={one.id} className={styles.round}>
            <p>{one.text}</p>
            <p className="small quiet">
              {texts.by(one.person.name, shortMoment(one.at, language))}{' '}
              {mayComment && (
                <Button size="small" type="link" onClick={() => resolve.mutate(one.id)}>
                  {texts.comment.resolve}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {mayComment && (
        <>
          <Input.TextArea
            aria-label={texts.comment.ofIssue}
            placeholder={texts.comment.text}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div>
            <Button size="small" disabled={text.trim() === ''} loading={add.isPending} onClick={() => add.mutate()}>
              {texts.comment.addOfIssue}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
