import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { IssueAnswer } from '#lib/editorial'
import { arrangeIssue, readIssue } from '../../lib/api/issues.js'
import { isProblem } from '../../lib/api/problem.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'
import { type Arrange, arrangementOf, type Lane } from './lanes.js'

/**
 * The order of an issue in hand. A change shows at once and is sent behind the earlier ones; when someone else was quicker it is made again on their order.
 * Before the first change of an issue under review or approved the editor is told that the review is void by it.
 */
export function useArrangement(issue: IssueAnswer) {
  const texts = useTexts()
  const say = useSay()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const [pending, setPending] = useState<readonly Arrange[]>([])
  /** The answer to our last change: known here before the store has told everyone, so that no row jumps back in between. */
  const [own, setOwn] = useState(issue)
  const waiting = useRef<Arrange[]>([])
  const sending = useRef(false)

  const send = useCallback(async (): Promise<void> => {
    if (sending.current) return
    sending.current = true
    try {
      while (waiting.current.length > 0) {
        const changes = [...waiting.current]
        const { answer, onNewer } = await sendChanges(client.getQueryData<IssueAnswer>(keys.issueAnswer(issue.id)) ?? issue, changes)
        if (onNewer) say.note(texts.issue.changedByOther)
        waiting.current = waiting.current.slice(changes.length)
        client.setQueryData(keys.issueAnswer(issue.id), answer)
        setOwn(answer)
        setPending(waiting.current)
      }
    } catch (error) {
      waiting.current = []
      setPending([])
      say.problem(error)
    } finally {
      sending.current = false
      void client.invalidateQueries({ queryKey: keys.issue(issue.id) })
      void client.invalidateQueries({ queryKey: keys.issues(issue.publication) })
      void client.invalidateQueries({ queryKey: keys.articles(issue.publication) })
    }
  }, [client, issue, say, texts])

  const arrange = useCallback(
    (change: Arrange, then?: () => void): void => {
      const go = (): void => {
        waiting.current = [...waiting.current, change]
        // Drawn before the next key can come, so that it finds the row where it went.
        flushSync(() => setPending(waiting.current))
        then?.()
        void send()
      }
      if (issue.state === 'draft' || waiting.current.length > 0) go()
      else modal.confirm({ title: texts.issue.voidsTitle, content: texts.issue.voidsLead, okText: texts.issue.voidsGo, onOk: go })
    },
    [issue.state, modal, send, texts],
  )

  const { columns } = own.id === issue.id && own.version > issue.version ? own : issue
  const lanes = useMemo(() => pending.reduce<readonly Lane[]>((all, change) => change(all), columns), [columns, pending])
  return { lanes, arrange, saving: pending.length > 0 }
}

async function sendChanges(base: IssueAnswer, changes: readonly Arrange[]): Promise<{ answer: IssueAnswer; onNewer: boolean }> {
  const order = (on: IssueAnswer): Promise<IssueAnswer> => {
    const after = changes.reduce<readonly Lane[]>((all, change) => change(all), on.columns)
    return arrangeIssue(on.id, on.version, arrangementOf(on.columns, after))
  }
  try {
    return { answer: await order(base), onNewer: false }
  } catch (error) {
    if (!isProblem(error) || !error.stale) throw error
    return { answer: await order(await readIssue(base.id)), onNewer: true }
  }
}
