import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useTexts } from '../lib/language.js'
import styles from './page-head.module.css'

interface PageHeadProps {
  readonly title: string
  /** What the browser's tab says, where that is more than the title. */
  readonly tabTitle?: string
  /** A few words beside the title: state, numbers. */
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  /** A line above the title: where this page belongs. */
  readonly above?: ReactNode
}

/** The head of a page: its name for eyes, for the browser's tab, and for whoever listens. */
export function PageHead({ title, tabTitle = title, aside, actions, above }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { product } = useTexts()
  const { pathname } = useLocation()

  useEffect(() => {
    document.title = `${tabTitle} · ${product}`
  }, [tabTitle, product])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is told by its address, not by a changed title
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus({ preventScroll: true })
  }, [pathname])

  return (
    <header className={styles.head}>
      {above !== undefined && <div className={styles.above}>{above}</div>}
      <div className={styles.line}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  )
}
