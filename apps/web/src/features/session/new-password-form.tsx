import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { choosePassword } from '../../lib/api/session.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Field } from '../../ui/field.js'
import { sentenceOf, useSay } from '../../ui/say.js'

const EMPTY = { current: '', next: '', again: '' }

/** The old password once, the new one twice. */
export function NewPasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [typed, setTyped] = useState(EMPTY)
  const [differs, setDiffers] = useState(false)
  const change = useMutation({
    mutationFn: choosePassword,
    onSuccess: (answer) => {
      client.setQueryData(keys.session, answer)
      say.done(texts.session.changed)
      onDone?.()
    },
  })

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setDiffers(typed.next !== typed.again)
    if (typed.next === typed.again && typed.current !== '') change.mutate({ current: typed.current, next: typed.next })
  }
  const fields = [
    { name: 'current', label: texts.session.current, fill: 'current-password', hint: undefined, error: undefined },
    { name: 'next', label: texts.session.next, fill: 'new-password', hint: texts.session.rule, error: undefined },
    {
      name: 'again',
      label: texts.session.again,
      fill: 'new-password',
      hint: undefined,
      error: differs ? texts.session.differs : change.error === null ? undefined : sentenceOf(change.error, texts),
    },
  ] as const

  return (
    <form onSubmit={submit} className="stack" noValidate>
      {fields.map(({ name, label, fill, hint, error }) => (
        <Field key={name} label={label} hint={hint} error={error}>
          {(wiring) => (
            <Input.Password
              {...wiring}
              autoFocus={name === 'current'}
              autoComplete={fill}
              visibilityToggle={false}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {texts.session.change}
      </Button>
    </form>
  )
}
