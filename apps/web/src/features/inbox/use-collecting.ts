import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { CollectedAnswer, PasteRequest } from '#lib/editorial'
import { takeFile, takePaste } from '../../lib/api/articles.js'
import { Problem } from '../../lib/api/problem.js'
import { useTexts } from '../../lib/language.js'
import { newKey } from '../../lib/new-key.js'
import { keys } from '../../lib/query-keys.js'
import { sentenceOf } from '../../ui/say.js'

/** One source on its way in: what became of it, or why nothing did. */
export interface Taking {
  readonly key: string
  readonly name: string
  readonly state: 'waiting' | 'reading' | 'done' | 'failed'
  readonly collected?: CollectedAnswer
  readonly error?: string
}

const LARGEST = 50 * 1024 * 1024

/** Brings sources in one after the other and tells of each; what fails does not hold up the rest. */
export function useCollecting(publication: string) {
  const texts = useTexts()
  const client = useQueryClient()
  const [takings, setTakings] = useState<readonly Taking[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())

  const set = useCallback((key: string, part: Partial<Taking>): void => {
    setTakings((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }, [])

  const enqueue = useCallback(
    (name: string, take: (once: string) => Promise<CollectedAnswer>): void => {
      const key = newKey()
      setTakings((all) => [{ key, name, state: 'waiting' }, ...all])
      line.current = line.current.then(async () => {
        set(key, { state: 'reading' })
        try {
          set(key, { state: 'done', collected: await take(key) })
        } catch (error) {
          set(key, { state: 'failed', error: sentenceOf(error, texts) })
        }
        await client.invalidateQueries({ queryKey: keys.articles(publication) })
      })
    },
    [client, publication, set, texts],
  )

  const takeFiles = useCallback(
    (files: readonly File[]): void => {
      for (const file of files)
        enqueue(file.name, (once) => {
          if (file.size > LARGEST) throw new Problem(413, 'web/too-large', texts.inbox.tooLarge)
          return takeFile(publication, file, once)
        })
    },
    [enqueue, publication, texts],
  )

  const paste = useCallback(
    (body: PasteRequest): void => enqueue(texts.inbox.pasted, (once) => takePaste(publication, body, once)),
    [enqueue, publication, texts],
  )

  return { takings, takeFiles, takePaste: paste, clear: () => setTakings([]) }
}
