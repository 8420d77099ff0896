import type { SiteRuleTrial } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { ReadFrom } from '../../ui/read-from.js'
import styles from './site-rules.module.css'

/** What a rule took from a page: each field with where it was read, how the body begins and ends. */
export function RuleTrial({ trial }: { readonly trial: SiteRuleTrial }) {
  const texts = useTexts()
  const { siteRule, origin } = texts
  const from = (field: string): string | undefined => trial.provenance.find((one) => one.field === field)?.from
  const row = (field: 'title' | 'source' | 'sourceDate', value: string | null) => (
    <div>
      <dt>{origin.fields[field]}</dt>
      <dd>
        <span lang="zh-CN">{value ?? siteRule.notRead}</span> <From from={from(field)} />
      </dd>
    </div>
  )
  return (
    <section className={styles.trial} aria-label={siteRule.trial} aria-live="polite">
      <p className="quiet small">{siteRule[trial.page]}</p>
      {trial.warnings.map((warning, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: warnings of one reading never change
        <p key={at} className="small">
          {warning.message}
        </p>
      ))}
      <dl>
        {row('title', trial.title)}
        {row('source', trial.source)}
        {row('sourceDate', trial.sourceDate)}
      </dl>
      <p className="small">
        {siteRule.size(trial.blocks, texts.characters(trial.characters))} <From from={from('body')} />
      </p>
      <div className={styles.text} lang="zh-CN">
        {trial.opening.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <p key={at}>{text}</p>
        ))}
        {trial.closing.length > 0 && <p className="quiet">{siteRule.between}</p>}
        {trial.closing.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <p key={at}>{text}</p>
        ))}
      </div>
    </section>
  )
}

function From({ from }: { readonly from: string | undefined }) {
  const { siteRule } = useTexts()
  if (from === undefined) return null
  return (
    <span className="quiet small">
      {siteRule.readFrom}
      <ReadFrom from={from} />
    </span>
  )
}
