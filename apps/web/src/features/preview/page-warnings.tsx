import type { WarningAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { showPage } from './pdf-pages.js'
import styles from './preview.module.css'

/** What the typesetter noticed, by page. */
export function PageWarnings({ warnings }: { readonly warnings: readonly WarningAnswer[] }) {
  const texts = useTexts()
  const sorted = [...warnings].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  return (
    <aside className={styles.warnings} aria-label={texts.preview.warnings}>
      <h2>{texts.preview.warnings}</h2>
      {sorted.length === 0 && <p className="quiet">{texts.preview.noWarnings}</p>}
      <ol>
        {sorted.map((warning, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of an edition never change
          <li key={at}>
            {warning.page !== undefined && (
              <button type="button" onClick={() => showPage(warning.page ?? 1)}>
                {texts.preview.page(warning.page)}
              </button>
            )}
            <p className="small">{warning.message}</p>
          </li>
        ))}
      </ol>
    </aside>
  )
}
