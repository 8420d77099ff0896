import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearchParams } from 'react-router'
import { readProviders } from '../../lib/api/session.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSession } from '../../lib/session.js'
import { EntranceFrame } from '../../ui/entrance-frame.js'
import { Note } from '../../ui/note.js'
import { PasswordDoor } from './password-door.js'
import { ProviderButtons } from './provider-buttons.js'

/** The door: name and password, the unit's own accounts where they are set up, and what is wrong in one sentence. */
export function SignInPage() {
  const texts = useTexts()
  const [search] = useSearchParams()
  const session = useSession()
  const providers = useQuery({ queryKey: keys.providers, queryFn: readProviders, staleTime: Number.POSITIVE_INFINITY })
  const to = pathWithin(search.get('to'))
  const offered = providers.data?.items ?? []
  const reason = search.get('refused') ?? ''

  if (session.data?.person) return <Navigate to={to} replace />

  return (
    <EntranceFrame title={texts.session.title} lead={search.has('ended') ? texts.session.ended : undefined}>
      <div className="stack">
        {isReason(reason, texts.elsewhere.refused) && <Note tone="bad">{texts.elsewhere.refused[reason]}</Note>}
        <PasswordDoor directory={offered.find((one) => one.provider === 'ldap')} />
        <ProviderButtons offered={offered} to={to} />
      </div>
    </EntranceFrame>
  )
}

/** Only what has a sentence is said: an address can be written by anybody. */
const isReason = <Reasons extends object>(reason: string, known: Reasons): reason is Extract<keyof Reasons, string> =>
  Object.hasOwn(known, reason)

/** Only addresses of our own desk are gone to after sign-in. */
const pathWithin = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/')
