import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { makePublication, readStyles } from '../../lib/api/publications.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { sentenceOf, useSay } from '../../ui/say.js'

/** A new publication starts with a name and a style; everything else has the house's habit until it is changed. */
export function NewPublicationDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [publisher, setPublisher] = useState('')
  const [style, setStyle] = useState<string | undefined>()
  const styles = useQuery({ queryKey: keys.styles, queryFn: readStyles, enabled: open, staleTime: Number.POSITIVE_INFINITY })
  const chosen = style ?? styles.data?.items[0]?.name
  const make = useMutation({
    mutationFn: () =>
      makePublication({ name: name.trim(), style: chosen ?? '', ...(publisher.trim() === '' ? {} : { publisher: publisher.trim() }) }),
    onSuccess: async (made) => {
      await Promise.all([client.invalidateQueries({ queryKey: keys.publications }), client.invalidateQueries({ queryKey: keys.session })])
      say.done(texts.settings.publicationMade)
      onClose()
      await navigate(`/p/${made.id}/settings`)
    },
  })
  return (
    <Modal
      open={open}
      title={texts.settings.addPublication}
      okText={texts.settings.addPublication}
      cancelText={texts.cancel}
      okButtonProps={{ loading: make.isPending, disabled: name.trim() === '' || chosen === undefined }}
      destroyOnHidden
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={texts.settings.name} error={make.error === null ? undefined : sentenceOf(make.error, texts)}>
          {(wiring) => <Input {...wiring} autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={texts.settings.publisher} hint={texts.optional}>
          {(wiring) => <Input {...wiring} maxLength={200} value={publisher} onChange={(event) => setPublisher(event.target.value)} />}
        </Field>
        <Field label={texts.settings.style}>
          {({ id }) => (
            <Select
              id={id}
              loading={styles.isPending}
              value={chosen ?? null}
              options={styles.data?.items.map((one) => ({ value: one.name, label: one.title })) ?? []}
              onChange={setStyle}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
