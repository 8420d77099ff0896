import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { formatIssueNumber } from '#lib/editorial'
import { readStyles } from '../../lib/api/publications.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { LineList } from '../../ui/line-list.js'
import type { PublicationDraft } from './publication-draft.js'
import styles from './settings.module.css'

interface BasicFieldsProps {
  readonly draft: PublicationDraft
  readonly set: (part: Partial<PublicationDraft>) => void
}

const SAMPLE = { year: 2025, number: 10, totalNumber: 105 }

/** Name, publisher, style, number, editors, contact. */
export function BasicFields({ draft, set }: BasicFieldsProps) {
  const { settings, optional } = useTexts()
  const known = useQuery({ queryKey: keys.styles, queryFn: readStyles, staleTime: Number.POSITIVE_INFINITY })
  const numbering = { pattern: draft.pattern, total: draft.total }
  const sample = formatIssueNumber(numbering, { ...SAMPLE, totalNumber: draft.total ? SAMPLE.totalNumber : null })
  return (
    <div className={styles.twoColumns}>
      <div className="stack">
        <Field label={settings.name}>
          {(wiring) => <Input {...wiring} maxLength={100} value={draft.name} onChange={(event) => set({ name: event.target.value })} />}
        </Field>
        <Field label={settings.publisher} hint={optional}>
          {(wiring) => (
            <Input {...wiring} maxLength={200} value={draft.publisher} onChange={(event) => set({ publisher: event.target.value })} />
          )}
        </Field>
        <Field label={settings.contact} hint={optional}>
          {(wiring) => (
            <Input {...wiring} maxLength={300} value={draft.contact} onChange={(event) => set({ contact: event.target.value })} />
          )}
        </Field>
      </div>
      <div className="stack">
        <Field label={settings.style}>
          {({ id }) => (
            <Select
              id={id}
              value={draft.style}
              options={known.data?.items.map((one) => ({ value: one.name, label: one.title })) ?? []}
              onChange={(style: string) => set({ style })}
            />
          )}
        </Field>
        <Field label={settings.pattern} hint={`${settings.patternSample(sample)}　${settings.patternHint}`}>
          {(wiring) => (
            <Input {...wiring} maxLength={100} value={draft.pattern} onChange={(event) => set({ pattern: event.target.value })} />
          )}
        </Field>
        <Checkbox checked={draft.total} onChange={(event) => set({ total: event.target.checked })}>
          {settings.total}
        </Checkbox>
        <LineList
          label={settings.editors}
          add={settings.addEditor}
          lines={draft.editors}
          maxLength={60}
          onChange={(editors) => set({ editors })}
        />
      </div>
    </div>
  )
}
