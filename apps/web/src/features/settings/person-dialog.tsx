import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { NewPersonAnswer } from '#lib/editorial'
import { addPerson } from '../../lib/api/people.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { sentenceOf } from '../../ui/say.js'

interface PersonDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (made: NewPersonAnswer) => void
}

const EMPTY = { login: '', name: '', houseAdministrator: false }

/** A new account: who it is for; the password is made by the house. */
export function PersonDialog({ open, onClose, onMade }: PersonDialogProps) {
  const texts = useTexts()
  const client = useQueryClient()
  const [typed, setTyped] = useState(EMPTY)
  const add = useMutation({
    mutationFn: () => addPerson({ ...typed, login: typed.login.trim(), name: typed.name.trim() }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: keys.people })
      setTyped(EMPTY)
      onClose()
      onMade(made)
    },
  })
  const ready = typed.login.trim() !== '' && typed.name.trim() !== ''
  return (
    <Modal
      open={open}
      title={texts.settings.addPerson}
      okText={texts.settings.addPerson}
      cancelText={texts.cancel}
      okButtonProps={{ loading: add.isPending, disabled: !ready }}
      onOk={() => add.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={texts.settings.personName}>
          {(wiring) => (
            <Input {...wiring} maxLength={60} value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} />
          )}
        </Field>
        <Field
          label={texts.settings.login}
          hint={texts.settings.loginHint}
          error={add.error === null ? undefined : sentenceOf(add.error, texts)}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={64}
              autoComplete="off"
              value={typed.login}
              onChange={(event) => setTyped({ ...typed, login: event.target.value })}
            />
          )}
        </Field>
        <Checkbox checked={typed.houseAdministrator} onChange={(event) => setTyped({ ...typed, houseAdministrator: event.target.checked })}>
          {texts.settings.houseAdministrator} <span className="quiet small">{texts.settings.houseAdministratorHint}</span>
        </Checkbox>
      </div>
    </Modal>
  )
}
