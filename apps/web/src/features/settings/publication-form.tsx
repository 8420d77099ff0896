import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, ConfigProvider } from 'antd'
import { type FormEvent, useState } from 'react'
import type { PublicationAnswer } from '#lib/editorial'
import { changePublication } from '../../lib/api/publications.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { LineList } from '../../ui/line-list.js'
import { Note } from '../../ui/note.js'
import { sentenceOf, useSay } from '../../ui/say.js'
import { BasicFields } from './basic-fields.js'
import { changeOf, draftOf, type PublicationDraft } from './publication-draft.js'
import { ReaderFields } from './reader-fields.js'
import { Section } from './section.js'
import styles from './settings.module.css'
import { StageFields } from './stage-fields.js'

interface PublicationFormProps {
  readonly publication: PublicationAnswer
  readonly mayChange: boolean
}

/** The rules of a publication, changed together and saved at once. */
export function PublicationForm({ publication, mayChange }: PublicationFormProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [draft, setDraft] = useState<PublicationDraft>(() => draftOf(publication))
  const save = useMutation({
    mutationFn: () => changePublication(publication.id, publication.version, changeOf(draft)),
    onSuccess: async () => {
      say.done(texts.saved)
      await client.invalidateQueries({ queryKey: keys.publications })
    },
  })
  const set = (part: Partial<PublicationDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ConfigProvider componentDisabled={!mayChange}>
        <div className="stack">
          <Section title={texts.settings.basics}>
            <div className={styles.body}>
              <BasicFields draft={draft} set={set} />
            </div>
          </Section>
          <div className={styles.twoColumns}>
            <Section title={texts.settings.columns} hint={texts.settings.columnsHint}>
              <div className={styles.body}>
                <LineList
                  labelUnseen
                  label={texts.settings.columns}
                  add={texts.settings.addColumn}
                  lines={draft.columns}
                  maxLength={40}
                  onChange={(columns) => set({ columns })}
                />
              </div>
            </Section>
            <Section title={texts.settings.stages} hint={texts.settings.stagesRule}>
              <div className={styles.body}>
                <StageFields publication={publication.id} draft={draft} set={set} />
              </div>
            </Section>
          </div>
          <Section title={texts.share.readers}>
            <div className={styles.body}>
              <ReaderFields publication={publication.id} draft={draft} set={set} />
            </div>
          </Section>
          {save.error !== null && <Note tone="bad" title={sentenceOf(save.error, texts)} />}
          {mayChange && (
            <div className={styles.save}>
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {texts.save}
              </Button>
            </div>
          )}
        </div>
      </ConfigProvider>
    </form>
  )
}
