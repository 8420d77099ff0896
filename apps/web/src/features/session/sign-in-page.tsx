import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { isProblem } from '../../lib/api/problem.js'
import { signIn } from '../../lib/api/session.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSession } from '../../lib/session.js'
import { EntranceFrame } from '../../ui/entrance-frame.js'
import { Field } from '../../ui/field.js'
import { sentenceOf } from '../../ui/say.js'

/** The door: name and password, and what is wrong with them in one sentence. */
export function SignInPage() {
  const texts = useTexts()
  const client = useQueryClient()
  const [search] = useSearchParams()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const session = useSession()
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (answer) => {
      client.clear()
      client.setQueryData(keys.session, answer)
    },
    onError: () => setPassword(''),
  })

  if (session.data?.person) return <Navigate to={pathWithin(search.get('to'))} replace />

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (login.trim() !== '' && password !== '') enter.mutate({ login: login.trim(), password })
  }

  return (
    <EntranceFrame title={texts.session.title} lead={search.has('ended') ? texts.session.ended : undefined}>
      <form onSubmit={submit} className="stack" noValidate>
        <Field label={texts.session.login}>
          {(wiring) => (
            <Input {...wiring} autoFocus autoComplete="username" value={login} onChange={(event) => setLogin(event.target.value)} />
          )}
        </Field>
        <Field label={texts.session.password} error={enter.error === null ? undefined : sentenceOf(enter.error, texts)}>
          {(wiring) => (
            <Input.Password
              {...wiring}
              autoComplete="current-password"
              value={password}
              visibilityToggle={false}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="primary"
          htmlType="submit"
          loading={enter.isPending}
          disabled={isProblem(session.error) && session.data === undefined}
        >
          {texts.session.signIn}
        </Button>
      </form>
    </EntranceFrame>
  )
}

/** Only addresses of our own desk are gone to after sign-in. */
const pathWithin = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/')
