import { type ReactNode, useEffect } from 'react'
import { useTexts } from '../lib/language.js'
import styles from './entrance.module.css'
import { LanguageSwitch } from './language-switch.js'

interface EntranceFrameProps {
  readonly title: string
  readonly lead?: string | undefined
  /** Room for lists and hashes instead of one form. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The plain sheet of the entrance: the name of the house, one form, the choice of language. */
export function EntranceFrame({ title, lead, wide = false, children }: EntranceFrameProps) {
  const texts = useTexts()
  useEffect(() => {
    document.title = `${title} · ${texts.product}`
  }, [title, texts])
  return (
    <main className={styles.entrance}>
      <div className={wide ? `${styles.sheet} ${styles.wide}` : styles.sheet}>
        <header className={styles.name}>
          <p className={styles.product}>{texts.product}</p>
          <p className="quiet">{texts.tagline}</p>
        </header>
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
        <footer className={styles.foot}>
          <LanguageSwitch />
        </footer>
      </div>
    </main>
  )
}
