import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ErrorRequest } from '#lib/editorial'
import { confirmError } from '../../lib/api/errors.js'
import { readIssue, readIssues } from '../../lib/api/issues.js'
import { useTexts } from '../../lib/language.js'
import { usePublication } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../field.js'
import { useSay } from '../say.js'
import { AFTER_RELEASE, EDITING, type ErrorDraft, type ErrorSeed, errorDraft, errorRequestOf } from './error-draft.js'
import styles from './errors.module.css'

interface ErrorDialogProps {
  readonly publication: string
  readonly seed: ErrorSeed
  readonly onClose: () => void
}

/** 登记差错: which words, what kind, found at which stage; weighed by the official rules afterwards. */
export function ErrorDialog({ publication, seed, onClose }: ErrorDialogProps) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [draft, setDraft] = useState<ErrorDraft>(() => errorDraft(seed))
  const set = (part: Partial<ErrorDraft>): void => setDraft((now) => ({ ...now, ...part }))
  const body = errorRequestOf(draft)
  const add = useMutation({
    mutationFn: (asked: ErrorRequest) => confirmError(publication, asked),
    onSuccess: () => {
      say.done(texts.errors.added)
      onClose()
    },
    onError: say.problem,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.errors(publication) })
      await client.invalidateQueries({ queryKey: keys.errorRates(publication) })
    },
  })
  return (
    <Modal
      open
      width={640}
      title={texts.errors.add}
      okText={texts.errors.add}
      cancelText={texts.cancel}
      okButtonProps={{ disabled: body === undefined, loading: add.isPending }}
      onOk={() => body !== undefined && add.mutate(body)}
      onCancel={onClose}
    >
      <div className="stack">
        <PlaceFields publication={publication} seed={seed} draft={draft} set={set} />
        <WordFields draft={draft} set={set} />
        <KindFields publication={publication} draft={draft} set={set} />
      </div>
    </Modal>
  )
}

interface FieldsProps {
  readonly draft: ErrorDraft
  readonly set: (part: Partial<ErrorDraft>) => void
}

/** Which issue and article; not asked where it is known. */
function PlaceFields({ publication, seed, draft, set }: FieldsProps & { readonly publication: string; readonly seed: ErrorSeed }) {
  const { errors } = useTexts()
  const issues = useQuery({ queryKey: keys.issues(publication), queryFn: () => readIssues(publication), enabled: seed.issue == null })
  const chosen = useQuery({
    queryKey: keys.issueAnswer(draft.issue ?? ''),
    queryFn: () => readIssue(draft.issue ?? ''),
    enabled: seed.issue == null && draft.issue !== null,
  })
  if (seed.issue != null) return null
  const articles = chosen.data?.columns.flatMap((column) => column.articles) ?? []
  return (
    <div className={styles.pair}>
      <Field label={errors.issue}>
        {(wiring) => (
          <Select
            {...wiring}
            value={draft.issue}
            options={issues.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            onChange={(issue: string) => set({ issue, article: null })}
          />
        )}
      </Field>
      <Field label={errors.article}>
        {(wiring) => (
          <Select
            {...wiring}
            value={draft.article ?? ''}
            options={[{ value: '', label: errors.noArticle }, ...articles.map(({ article, title }) => ({ value: article, label: title }))]}
            onChange={(article: string) => set({ article: article === '' ? null : article })}
          />
        )}
      </Field>
    </div>
  )
}

function WordFields({ draft, set }: FieldsProps) {
  const { errors } = useTexts()
  return (
    <div className={styles.pair}>
      <Field label={errors.text}>
        {(wiring) => <Input {...wiring} maxLength={300} value={draft.text} onChange={(event) => set({ text: event.target.value })} />}
      </Field>
      <Field label={errors.correction}>
        {(wiring) => (
          <Input {...wiring} maxLength={300} value={draft.correction} onChange={(event) => set({ correction: event.target.value })} />
        )}
      </Field>
    </div>
  )
}

function KindFields({ publication, draft, set }: FieldsProps & { readonly publication: string }) {
  const { errors } = useTexts()
  const stages = usePublication(publication)?.stages.map(({ name }) => ({ value: name, label: name })) ?? []
  return (
    <>
      <div className={styles.pair}>
        <Field label={errors.kind}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.kind}
              options={Object.entries(errors.kinds).map(([value, label]) => ({ value, label }))}
              onChange={(kind) => set({ kind: kind as ErrorDraft['kind'] })}
            />
          )}
        </Field>
        <Field label={errors.stage}>
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.stage}
              options={[{ value: EDITING, label: errors.editing }, ...stages, { value: AFTER_RELEASE, label: errors.afterRelease }]}
              onChange={(stage: string) => set({ stage })}
            />
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={errors.pageLabel}>
          {(wiring) => <InputNumber {...wiring} min={1} max={9999} precision={0} value={draft.page} onChange={(page) => set({ page })} />}
        </Field>
        <Field label={errors.times}>
          {(wiring) => (
            <InputNumber {...wiring} min={1} max={99} precision={0} value={draft.times} onChange={(times) => set({ times: times ?? 1 })} />
          )}
        </Field>
      </div>
      <Field label={errors.note}>
        {(wiring) => <Input {...wiring} maxLength={300} value={draft.note} onChange={(event) => set({ note: event.target.value })} />}
      </Field>
    </>
  )
}
