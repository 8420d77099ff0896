import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../lib/language.js'
import styles from './loaded.module.css'
import { sentenceOf } from './say.js'

interface LoadedProps<Data> {
  readonly of: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>
  readonly children: (data: Data) => ReactNode
}

/** What was asked for, or that it is on its way, or why it did not come and how to ask again. What was read before stays on the screen. */
export function Loaded<Data>({ of: query, children }: LoadedProps<Data>) {
  const texts = useTexts()
  if (query.data !== undefined) return children(query.data)
  if (query.isPending)
    return (
      <p className={styles.waiting} role="status">
        {texts.loading}
      </p>
    )
  return (
    <div className={styles.problem} role="alert">
      <p>{sentenceOf(query.error, texts)}</p>
      <Button size="small" onClick={() => void query.refetch()}>
        {texts.retry}
      </Button>
    </div>
  )
}
