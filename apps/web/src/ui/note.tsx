import type { ReactNode } from 'react'
import styles from './note.module.css'

interface NoteProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad'
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** A remark that stays: what is odd, what stands in the way, what happened. */
export function Note({ tone = 'plain', title, children, actions }: NoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
