import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { NewTokenAnswer, TokenScope } from '#lib/editorial'
import { makeToken } from '../../lib/api/tokens.js'
import { useTexts } from '../../lib/language.js'
import { usePublications } from '../../lib/publications.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { useSay } from '../../ui/say.js'

interface TokenDialogProps {
  readonly onMade: (made: NewTokenAnswer) => void
  readonly onClose: () => void
}

/** House: a season, so that forgotten ones end by themselves. */
const USUAL_DAYS = 90

/** A new token: what for, what it may, for how long, and in which publications. */
export function TokenDialog({ onMade, onClose }: TokenDialogProps) {
  const { tokens, cancel } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const own = (usePublications().data ?? []).filter((one) => one.roles.length > 0)
  const [name, setName] = useState('')
  const [scope, setScope] = useState<TokenScope>('read')
  const [days, setDays] = useState(USUAL_DAYS)
  const [publications, setPublications] = useState<string[]>([])
  const make = useMutation({
    mutationFn: () => makeToken({ name: name.trim(), scope, days, ...(publications.length === 0 ? {} : { publications }) }),
    onSuccess: onMade,
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.tokens }),
  })
  return (
    <Modal
      open
      title={tokens.make}
      okText={tokens.make}
      cancelText={cancel}
      okButtonProps={{ disabled: name.trim() === '', loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={tokens.name} hint={tokens.nameHint}>
          {(wiring) => <Input {...wiring} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Radio.Group
          aria-label={tokens.scope}
          value={scope}
          options={(['read', 'write'] as const).map((one) => ({ value: one, label: tokens.scopes[one] }))}
          onChange={(event) => setScope(event.target.value as TokenScope)}
        />
        <Field label={tokens.days}>
          {(wiring) => (
            <InputNumber
              {...wiring}
              min={1}
              max={366}
              precision={0}
              suffix={tokens.dayUnit}
              value={days}
              onChange={(value) => setDays(value ?? USUAL_DAYS)}
            />
          )}
        </Field>
        <Field label={tokens.publications}>
          {(wiring) => (
            <Select
              {...wiring}
              mode="multiple"
              placeholder={tokens.allPublications}
              value={publications}
              options={own.map((one) => ({ value: one.id, label: one.name }))}
              optionFilterProp="label"
              onChange={setPublications}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
