import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import type { ProviderList, SignInRequest } from '#lib/editorial'
import { isProblem } from '../../lib/api/problem.js'
import { signIn, signInByDirectory } from '../../lib/api/session.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSession } from '../../lib/session.js'
import { Field } from '../../ui/field.js'
import { sentenceOf } from '../../ui/say.js'
import type { Keeper } from './keeper-choice.js'

const KeeperChoice = lazy(async () => ({ default: (await import('./keeper-choice.js')).KeeperChoice }))

const EMPTY: SignInRequest = { login: '', password: '' }

/** Name and password; whose they are is chosen first where the unit has a directory, so that no password is shown to the wrong one. */
export function PasswordDoor({ directory }: { readonly directory: ProviderList['items'][number] | undefined }) {
  const texts = useTexts()
  const client = useQueryClient()
  const session = useSession()
  const [chosen, setChosen] = useState<Keeper>('house')
  const [typed, setTyped] = useState(EMPTY)
  const keeper = directory === undefined ? 'house' : chosen
  const enter = useMutation({
    mutationFn: (body: SignInRequest) => (keeper === 'house' ? signIn(body) : signInByDirectory(body)),
    onSuccess: (answer) => {
      // Nothing of the last person stays; the door itself goes on looking at who is in.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] && queryKey[0] !== keys.providers[0] })
      client.setQueryData(keys.session, answer)
    },
    onError: () => setTyped(({ login }) => ({ login, password: '' })),
  })

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const login = typed.login.trim()
    if (login !== '' && typed.password !== '') enter.mutate({ login, password: typed.password })
  }

  return (
    <form onSubmit={submit} className="stack" noValidate>
      {directory !== undefined && (
        <Suspense>
          <KeeperChoice
            directory={directory.name ?? texts.elsewhere.names.ldap}
            chosen={chosen}
            onChoose={(next) => {
              enter.reset()
              setChosen(next)
            }}
          />
        </Suspense>
      )}
      <Field label={texts.session.login}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            autoComplete="username"
            value={typed.login}
            onChange={(event) => setTyped({ ...typed, login: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.session.password} error={enter.error === null ? undefined : sentenceOf(enter.error, texts)}>
        {(wiring) => (
          <Input.Password
            {...wiring}
            autoComplete="current-password"
            value={typed.password}
            visibilityToggle={false}
            onChange={(event) => setTyped({ ...typed, password: event.target.value })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={enter.isPending} disabled={isProblem(session.error) && session.data === undefined}>
        {texts.session.signIn}
      </Button>
    </form>
  )
}
