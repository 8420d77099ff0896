import { Link, useRouteError } from 'react-router'
import { isProblem } from '../lib/api/problem.js'
import { useTexts } from '../lib/language.js'
import { sentenceOf } from '../ui/say.js'
import styles from './plain-pages.module.css'

/** While the first page is on its way. */
export function Fallback() {
  const texts = useTexts()
  return (
    <p className={styles.plain} role="status">
      {texts.loading}
    </p>
  )
}

export function NotFoundPage() {
  const texts = useTexts()
  return (
    <main className={styles.plain}>
      <h1>{texts.notFound}</h1>
      <p>
        <Link to="/">{texts.toDesk}</Link>
      </p>
    </main>
  )
}

/** A screen that broke: what is saved is safe, and there is a way back. */
export function FailedPage() {
  const texts = useTexts()
  const error = useRouteError()
  return (
    <main className={styles.plain}>
      <h1>{isProblem(error) ? sentenceOf(error, texts) : texts.failed}</h1>
      <p>
        <a href="/">{texts.toDesk}</a>
      </p>
    </main>
  )
}
