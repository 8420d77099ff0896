import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { IdentityAnswer, IdentityList, NewcomerAnswer } from '#lib/editorial'
import { readIdentities, unlinkIdentity } from '../../lib/api/people.js'
import { readProviders } from '../../lib/api/session.js'
import { momentText } from '../../lib/format.js'
import { useSpoken, useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { LineTable } from '../../ui/line-table.js'
import { Loaded } from '../../ui/loaded.js'
import { useSay } from '../../ui/say.js'
import { LinkDialog, type LinkDraft } from './link-dialog.js'
import { Section } from './section.js'

/** Whose the unit's accounts are here, and who is waiting at the door; nothing where the unit's sign-in is not set up. */
export function UnitAccounts() {
  const { elsewhere } = useTexts()
  const [draft, setDraft] = useState<LinkDraft | null>(null)
  const providers = useQuery({ queryKey: keys.providers, queryFn: readProviders })
  const identities = useQuery({ queryKey: keys.identities, queryFn: readIdentities })
  const [first] = providers.data?.items ?? []
  if (first === undefined && (identities.data?.items.length ?? 0) === 0) return null
  const add = { provider: first?.provider ?? 'cas', subject: '' } as const
  return (
    <Section
      title={elsewhere.title}
      hint={elsewhere.hint}
      actions={first !== undefined && <Button onClick={() => setDraft(add)}>{elsewhere.link}</Button>}
    >
      <Loaded of={identities}>
        {({ items, newcomers }) => (
          <>
            {newcomers.length > 0 && <Newcomers newcomers={newcomers} onLink={setDraft} />}
            {items.length > 0 && <Linked items={items} />}
            {items.length + newcomers.length === 0 && <p className="quiet card-body">{elsewhere.none}</p>}
          </>
        )}
      </Loaded>
      {draft !== null && <LinkDialog draft={draft} providers={providers.data?.items ?? []} onClose={() => setDraft(null)} />}
    </Section>
  )
}

interface NewcomersProps {
  readonly newcomers: IdentityList['newcomers']
  readonly onLink: (one: NewcomerAnswer) => void
}

function Newcomers({ newcomers, onLink }: NewcomersProps) {
  const { elsewhere, unknown } = useTexts()
  const { language } = useSpoken()
  return (
    <LineTable label={elsewhere.newcomers} heads={[elsewhere.newcomers, elsewhere.subject, elsewhere.provider, elsewhere.tried]}>
      {newcomers.map((one) => (
        <tr key={`${one.provider} ${one.subject}`}>
          <td>{one.name ?? unknown}</td>
          <td>{one.subject}</td>
          <td>{elsewhere.kinds[one.provider]}</td>
          <td>{momentText(one.at, language)}</td>
          <td>
            <Button size="small" onClick={() => onLink(one)}>
              {elsewhere.linkThis}
            </Button>
          </td>
        </tr>
      ))}
    </LineTable>
  )
}

function Linked({ items }: { readonly items: IdentityList['items'] }) {
  const { elsewhere } = useTexts()
  return (
    <LineTable label={elsewhere.title} heads={[elsewhere.person, elsewhere.subject, elsewhere.provider, elsewhere.linked]}>
      {items.map((one) => (
        <LinkedRow key={`${one.provider} ${one.subject}`} one={one} />
      ))}
    </LineTable>
  )
}

function LinkedRow({ one }: { readonly one: IdentityAnswer }) {
  const { elsewhere } = useTexts()
  const { language } = useSpoken()
  const { modal } = App.useApp()
  const say = useSay()
  const client = useQueryClient()
  const unlink = useMutation({
    mutationFn: () => unlinkIdentity(one.person.id, one.provider),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.identities }),
  })
  const ask = (): void => void modal.confirm({ title: elsewhere.unlinkAsk(one.person.name, one.subject), onOk: () => unlink.mutate() })
  return (
    <tr>
      <td>{one.person.name}</td>
      <td>{one.subject}</td>
      <td>{elsewhere.kinds[one.provider]}</td>
      <td>{momentText(one.linkedAt, language)}</td>
      <td>
        <Button size="small" onClick={ask}>
          {elsewhere.unlink}
        </Button>
      </td>
    </tr>
  )
}
