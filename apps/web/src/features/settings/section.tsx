import { type ReactNode, useId } from 'react'
import styles from './settings.module.css'

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly hint?: string
  readonly children: ReactNode
}

/** One matter of the settings under its own heading. */
export function Section({ title, actions, hint, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p className="quiet small">{hint}</p>}
        {actions !== undefined && <div className={styles.sectionActions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}
