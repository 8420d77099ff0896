import { Button } from 'antd'
import type { ArticleContent } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import styles from './conflict.module.css'
import type { FieldName, fieldConflicts } from './merge-blocks.js'

type FieldConflict = ReturnType<typeof fieldConflicts>[number]

interface ConflictFieldsProps {
  readonly fields: readonly FieldConflict[]
  readonly mine: ArticleContent
  readonly theirs: ArticleContent
  readonly setFields: (fields: FieldConflict[]) => void
}

/** The fields of the head in which the two differ. */
export function ConflictFields({ fields, mine, theirs, setFields }: ConflictFieldsProps) {
  const { article } = useTexts()
  const labels: Readonly<Record<FieldName, string>> = { ...article, title: article.heading }
  return fields.map(({ field, pick }) => {
    const choose = (side: 'mine' | 'theirs') => () => setFields(fields.map((one) => (one.field === field ? { ...one, pick: side } : one)))
    return (
      <section key={field} className={styles.chunk} aria-label={labels[field]}>
        <p className={pick === 'theirs' ? styles.taken : styles.dropped}>{theirs[field] ?? article.conflict.empty}</p>
        <p className={pick === 'mine' ? styles.taken : styles.dropped}>{mine[field] ?? article.conflict.empty}</p>
        <fieldset className={styles.choices}>
          <legend>{labels[field]}</legend>
          <Button size="small" type={pick === 'theirs' ? 'primary' : 'default'} aria-pressed={pick === 'theirs'} onClick={choose('theirs')}>
            {article.conflict.useTheirs}
          </Button>
          <Button size="small" type={pick === 'mine' ? 'primary' : 'default'} aria-pressed={pick === 'mine'} onClick={choose('mine')}>
            {article.conflict.useMine}
          </Button>
        </fieldset>
      </section>
    )
  })
}
