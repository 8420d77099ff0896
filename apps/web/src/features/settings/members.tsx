import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { roles as allRoles, type MemberAnswer, type Role } from '#lib/editorial'
import { readPeople } from '../../lib/api/people.js'
import { readMembers, setMember } from '../../lib/api/publications.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { Loaded } from '../../ui/loaded.js'
import { useSay } from '../../ui/say.js'
import { Section } from './section.js'
import styles from './settings.module.css'

interface MembersProps {
  readonly publication: string
  readonly mayChange: boolean
}

/** Who is what in the publication; each tick is saved at once. */
export function Members({ publication, mayChange }: MembersProps) {
  const texts = useTexts()
  const members = useQuery({ queryKey: keys.members(publication), queryFn: () => readMembers(publication) })
  return (
    <Section title={texts.settings.members}>
      <Loaded of={members}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <p className={`${styles.body} quiet`}>{texts.settings.noMembers}</p>
            ) : (
              <table className="lines">
                <tbody>
                  {items.map((member) => (
                    <MemberRow key={member.person.id} publication={publication} member={member} mayChange={mayChange} />
                  ))}
                </tbody>
              </table>
            )}
            {mayChange && <AddMember publication={publication} present={items.map((one) => one.person.id)} />}
          </>
        )}
      </Loaded>
    </Section>
  )
}

/** Changes of one person's roles go out one after the other; what was ticked last shows at once. */
function useRoles(publication: string, person: string | null) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  return useMutation({
    scope: { id: `roles ${publication} ${person}` },
    mutationFn: ({ of, roles }: { of: string; roles: Role[] }) => setMember(publication, of, { roles }),
    onSuccess: (list) => {
      client.setQueryData(keys.members(publication), list)
      say.done(texts.settings.roleAdded)
      void client.invalidateQueries({ queryKey: keys.session })
      void client.invalidateQueries({ queryKey: keys.publications, exact: true })
    },
    onError: say.problem,
  })
}

interface MemberRowProps {
  readonly publication: string
  readonly member: MemberAnswer
  readonly mayChange: boolean
}

function MemberRow({ publication, member: { person, login, roles }, mayChange }: MemberRowProps) {
  const texts = useTexts()
  const change = useRoles(publication, person.id)
  const [chosen, setChosen] = useState<Role[] | null>(null)
  const choose = (wanted: Role[]): void => {
    setChosen(wanted)
    change.mutate({ of: person.id, roles: wanted }, { onSettled: () => setChosen((now) => (now === wanted ? null : now)) })
  }
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td className="quiet">{login}</td>
      <td>
        <Checkbox.Group
          className={styles.roles ?? ''}
          aria-label={texts.settings.rolesOf(person.name)}
          disabled={!mayChange}
          value={chosen ?? roles}
          options={allRoles.map((role) => ({ value: role, label: texts.roles[role] }))}
          onChange={(wanted) => choose(wanted as Role[])}
        />
      </td>
    </tr>
  )
}

function AddMember({ publication, present }: { readonly publication: string; readonly present: readonly string[] }) {
  const { settings } = useTexts()
  const add = useRoles(publication, null)
  const people = useQuery({ queryKey: keys.people, queryFn: () => readPeople() })
  const free = people.data?.items.filter((one) => !one.disabled && !present.includes(one.id)) ?? []
  return (
    <div className={`${styles.body} row`}>
      <Select
        aria-label={settings.addMember}
        style={{ minWidth: '16rem' }}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={settings.choosePerson}
        value={null}
        options={free.map((one) => ({ value: one.id, label: `${one.name}（${one.login}）` }))}
        onChange={(person: string | null) => person !== null && add.mutate({ of: person, roles: ['editor'] })}
      />
    </div>
  )
}
