import { Button, Input, Select } from 'antd'
import { useTexts } from '../../lib/language.js'
import type { RuleDraft } from './feed-draft.js'
import styles from './feeds.module.css'

interface RuleFieldsProps {
  readonly rules: readonly RuleDraft[]
  readonly columns: readonly string[]
  readonly onChange: (rules: readonly RuleDraft[]) => void
}

/** Which column is suggested for titles with one of these words; the first line that fits is taken. */
export function RuleFields({ rules, columns, onChange }: RuleFieldsProps) {
  const { feed } = useTexts()
  const change = (at: number, part: Partial<RuleDraft>): void =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)))
  return (
    <fieldset className={styles.rules}>
      <legend>{feed.rules}</legend>
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
        <div key={at} className={styles.rule}>
          <Input
            aria-label={feed.ruleWords(at + 1)}
            placeholder={feed.wordsHint}
            value={rule.words}
            onChange={(event) => change(at, { words: event.target.value })}
          />
          <Select
            aria-label={feed.ruleColumn(at + 1)}
            value={rule.column === '' ? null : rule.column}
            placeholder={feed.column}
            options={columns.map((column) => ({ value: column, label: column }))}
            onChange={(column: string) => change(at, { column })}
          />
          <Button aria-label={feed.dropRule(at + 1)} onClick={() => onChange(rules.filter((_, index) => index !== at))}>
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" disabled={columns.length === 0} onClick={() => onChange([...rules, { words: '', source: null, column: '' }])}>
          {feed.addRule}
        </Button>
      </div>
    </fieldset>
  )
}
