import { Input } from 'antd'
import { type FindingList, runsText } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { DateInput } from '../../ui/date-input.js'
import { Field } from '../../ui/field.js'
import type { ArticleFields } from './article-fields.js'
import { withNote } from './notes.js'
import { SourceSignOff } from './source-sign-off.js'
import type { ArticleDraft } from './use-article-draft.js'

interface InfoTabProps {
  readonly draft: ArticleDraft
  readonly flaws: readonly string[]
  readonly findings: FindingList | undefined
}

/** 信息: where the article comes from, and its footnotes. */
export function InfoTab({ draft, flaws, findings }: InfoTabProps) {
  const { article: texts } = useTexts()
  const { fields, setFields } = draft
  const line = (name: 'author' | 'source' | 'url' | 'documentNumber', hint?: string, error?: string) => (
    <Field label={texts[name]} hint={hint} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          maxLength={name === 'url' ? 2000 : 200}
          value={fields[name]}
          onChange={(event) => setFields({ [name]: event.target.value } as Partial<ArticleFields>)}
        />
      )}
    </Field>
  )
  const date = (name: 'sourceDate' | 'documentDate') => (
    <Field label={texts[name]} error={flaws.includes(name) ? texts.badDate : undefined}>
      {(wiring) => (
        <DateInput
          key={draft.base.version}
          {...wiring}
          value={fields[name] ?? null}
          onChange={(value) => setFields({ [name]: value } as Partial<ArticleFields>)}
        />
      )}
    </Field>
  )
  const notes = Object.entries(draft.notes)
  return (
    <div className="stack">
      {flaws.includes('title') && <p role="alert">{texts.needTitle}</p>}
      {findings !== undefined && <SourceSignOff article={draft.base} findings={findings} />}
      {line('source', texts.sourceHint)}
      {date('sourceDate')}
      {line('author')}
      {line('documentNumber')}
      {date('documentDate')}
      {line('url', undefined, flaws.includes('url') ? texts.badUrl : undefined)}
      {notes.length > 0 && (
        <section className="stack" aria-label={texts.notes}>
          {notes.map(([key, runs]) => (
            <Field key={key} label={texts.note(key)}>
              {(wiring) => (
                <Input.TextArea
                  {...wiring}
                  autoSize={{ minRows: 1, maxRows: 6 }}
                  value={runsText(runs)}
                  onChange={(event) => draft.setNotes(withNote(draft.notes, key, event.target.value.replace(/[\r\n]+/g, '')))}
                />
              )}
            </Field>
          ))}
        </section>
      )}
    </div>
  )
}
