import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Provider, ProviderList } from '#lib/editorial'
import { linkIdentity, readPeople } from '../../lib/api/people.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { sentenceOf } from '../../ui/say.js'

export interface LinkDraft {
  readonly provider: Provider
  readonly subject: string
}

interface LinkDialogProps {
  readonly draft: LinkDraft
  readonly providers: ProviderList['items']
  readonly onClose: () => void
}

/** Which unit account opens the door to which person. */
export function LinkDialog({ draft, providers, onClose }: LinkDialogProps) {
  const texts = useTexts()
  const { elsewhere } = texts
  const client = useQueryClient()
  const [typed, setTyped] = useState<LinkDraft>(draft)
  const [person, setPerson] = useState<string | null>(null)
  const people = useQuery({ queryKey: keys.people, queryFn: () => readPeople() })
  const link = useMutation({
    mutationFn: (whose: string) => linkIdentity(whose, typed.provider, typed.subject.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.identities })
      onClose()
    },
  })
  const kinds = providers.some((one) => one.provider === draft.provider)
    ? providers
    : [...providers, { provider: draft.provider, name: null }]
  return (
    <Modal
      open
      title={elsewhere.link}
      okText={elsewhere.linkThis}
      cancelText={texts.cancel}
      okButtonProps={{ loading: link.isPending, disabled: person === null || typed.subject.trim() === '' }}
      onOk={() => person !== null && link.mutate(person)}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={elsewhere.provider}>
          {(wiring) => (
            <Select
              {...wiring}
              value={typed.provider}
              options={kinds.map(({ provider, name }) => ({ value: provider, label: name ?? elsewhere.kinds[provider] }))}
              onChange={(provider: Provider) => setTyped({ ...typed, provider })}
            />
          )}
        </Field>
        <Field label={elsewhere.subject} hint={elsewhere.subjectHint}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={255}
              autoComplete="off"
              value={typed.subject}
              onChange={(event) => setTyped({ ...typed, subject: event.target.value })}
            />
          )}
        </Field>
        <Field label={elsewhere.person} error={link.error === null ? undefined : sentenceOf(link.error, texts)}>
          {(wiring) => (
            <Select
              {...wiring}
              showSearch={{ optionFilterProp: 'label' }}
              value={person}
              options={(people.data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.login}）` }))}
              onChange={setPerson}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
