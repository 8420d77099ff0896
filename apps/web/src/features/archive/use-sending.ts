import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sendPastIssue } from '../../lib/api/past-issues.js'
import { keys } from '../../lib/query-keys.js'

/** House: two at a time keep a line of the office busy and leave the desk usable. */
const AT_ONCE = 2

interface Sending {
  readonly all: number
  readonly sent: number
  readonly failed: readonly { readonly file: File; readonly error: unknown }[]
  readonly busy: boolean
}

const NOTHING: Sending = { all: 0, sent: 0, failed: [], busy: false }

/** Sends many files to a batch, a few at a time; what fails is kept to be sent again, and the rest goes on. */
export function useSending(publication: string, batch: string) {
  const client = useQueryClient()
  const waiting = useRef<File[]>([])
  const working = useRef(0)
  const [sending, setSending] = useState<Sending>(NOTHING)

  const work = async (): Promise<void> => {
    working.current += 1
    for (let file = waiting.current.shift(); file !== undefined; file = waiting.current.shift()) {
      const one = file
      try {
        await sendPastIssue(batch, one)
        setSending((before) => ({ ...before, sent: before.sent + 1 }))
      } catch (error) {
        setSending((before) => ({ ...before, failed: [...before.failed, { file: one, error }] }))
      }
      void client.invalidateQueries({ queryKey: keys.pastBatches(publication) })
    }
    working.current -= 1
    if (working.current === 0) setSending((before) => ({ ...before, busy: false }))
  }
  const send = (files: readonly File[]): void => {
    if (files.length === 0) return
    waiting.current.push(...files)
    setSending((before) => (before.busy ? { ...before, all: before.all + files.length } : { ...NOTHING, all: files.length, busy: true }))
    while (working.current < Math.min(AT_ONCE, waiting.current.length + working.current)) void work()
  }
  return { sending, send }
}
