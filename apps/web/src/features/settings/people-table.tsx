import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { NewPersonAnswer, PersonAnswer, PersonChange } from '#lib/editorial'
import { changePerson, readPeople, resetPassword } from '../../lib/api/people.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { usePerson } from '../../lib/session.js'
import { LineTable } from '../../ui/line-table.js'
import { Loaded } from '../../ui/loaded.js'
import { useSay } from '../../ui/say.js'
import { Tag } from '../../ui/state-tag.js'
import { OneTimePassword } from './one-time-password.js'
import { PersonDialog } from './person-dialog.js'
import { Section } from './section.js'

/** Everyone who may sign in. */
export function PeopleTable() {
  const { settings } = useTexts()
  const [adding, setAdding] = useState(false)
  const [made, setMade] = useState<NewPersonAnswer | null>(null)
  const people = useQuery({ queryKey: keys.people, queryFn: () => readPeople() })
  return (
    <Section title={settings.people} actions={<Button onClick={() => setAdding(true)}>{settings.addPerson}</Button>}>
      <Loaded of={people}>
        {({ items }) => (
          <LineTable heads={[settings.personName, settings.login, settings.accountState, settings.houseAdministrator]}>
            {items.map((person) => (
              <PersonRow key={person.id} person={person} onPassword={setMade} />
            ))}
          </LineTable>
        )}
      </Loaded>
      <PersonDialog open={adding} onClose={() => setAdding(false)} onMade={setMade} />
      <OneTimePassword made={made} onClose={() => setMade(null)} />
    </Section>
  )
}

function PersonRow({ person, onPassword }: { readonly person: PersonAnswer; readonly onPassword: (made: NewPersonAnswer) => void }) {
  const { settings } = useTexts()
  const { modal } = App.useApp()
  const say = useSay()
  const client = useQueryClient()
  const self = usePerson().id === person.id
  const reread = (): Promise<void> => client.invalidateQueries({ queryKey: keys.people })
  const change = useMutation({
    mutationFn: (wanted: PersonChange) => changePerson(person.id, person.version, wanted),
    onError: say.problem,
    onSettled: reread,
  })
  const reset = useMutation({ mutationFn: () => resetPassword(person.id), onSuccess: onPassword, onError: say.problem, onSettled: reread })
  const ask = (title: string, onOk: () => void): void => void modal.confirm({ title, onOk })
  return (
    <tr>
      <td>{person.name}</td>
      <td>{person.login}</td>
      <td>
        {person.disabled ? (
          <Tag tone="bad">{settings.disabled}</Tag>
        ) : (
          <Tag tone={person.mustChangePassword ? 'warn' : 'good'}>{person.mustChangePassword ? settings.waiting : settings.enabled}</Tag>
        )}
      </td>
      <td>{person.houseAdministrator ? settings.houseAdministrator : ''}</td>
      <td>
        <div className="row">
          <Button size="small" onClick={() => change.mutate({ houseAdministrator: !person.houseAdministrator })}>
            {person.houseAdministrator ? settings.unmakeAdministrator : settings.makeAdministrator}
          </Button>
          <Button size="small" onClick={() => ask(settings.resetAsk(person.name), () => reset.mutate())}>
            {settings.resetPassword}
          </Button>
          {!self &&
            (person.disabled ? (
              <Button size="small" onClick={() => change.mutate({ disabled: false })}>
                {settings.enable}
              </Button>
            ) : (
              <Button size="small" danger onClick={() => ask(settings.disableAsk(person.name), () => change.mutate({ disabled: true }))}>
                {settings.disable}
              </Button>
            ))}
        </div>
      </td>
    </tr>
  )
}
