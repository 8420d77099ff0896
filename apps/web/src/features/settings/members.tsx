import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { roles as allRoles, type Role } from '#lib/editorial'
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
  const say = useSay()
  const client = useQueryClient()
  const members = useQuery({ queryKey: keys.members(publication), queryFn: () => readMembers(publication) })
  const change = useMutation({
    mutationFn: ({ person, roles }: { person: string; roles: Role[] }) => setMember(publication, person, { roles }),
    onSuccess: async (list) => {
      client.setQueryData(keys.members(publication), list)
      say.done(texts.settings.roleAdded)
      await Promise.all([client.invalidateQueries({ queryKey: keys.session }), client.invalidateQueries({ queryKey: keys.publications })])
    },
    onError: say.problem,
  })
  /** A tick shows at once; the server's word follows. */
  const shownRoles = (person: string, held: Role[]): Role[] =>
    change.isPending && change.variables.person === person ? change.variables.roles : held
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
                  {items.map(({ person, login, roles }) => (
                    <tr key={person.id}>
                      <th scope="row">{person.name}</th>
                      <td className="quiet">{login}</td>
                      <td>
                        <Checkbox.Group
                          className={styles.roles ?? ''}
                          aria-label={texts.settings.rolesOf(person.name)}
                          disabled={!mayChange || change.isPending}
                          value={shownRoles(person.id, roles)}
                          options={allRoles.map((role) => ({ value: role, label: texts.roles[role] }))}
                          onChange={(chosen) => change.mutate({ person: person.id, roles: chosen as Role[] })}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {mayChange && (
              <AddMember present={items.map((one) => one.person.id)} onChoose={(person) => change.mutate({ person, roles: ['editor'] })} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function AddMember({ present, onChoose }: { readonly present: readonly string[]; readonly onChoose: (person: string) => void }) {
  const { settings } = useTexts()
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
        onChange={(person: string | null) => person !== null && onChoose(person)}
      />
    </div>
  )
}
