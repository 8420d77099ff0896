import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Actor, Role, SessionPerson } from '#lib/editorial'
import { readSession } from './api/session.js'
import { keys } from './query-keys.js'

const FIVE_MINUTES = 5 * 60_000

/** Who is signed in; undefined while unknown, null for nobody. */
export function useSession() {
  return useQuery({ queryKey: keys.session, queryFn: readSession, staleTime: FIVE_MINUTES })
}

/** The signed-in person. Only for screens behind the gate. */
export function usePerson(): SessionPerson {
  const person = useSession().data?.person
  if (!person) throw new Error('this screen stands behind the sign-in gate')
  return person
}

/** What the signed-in person is in a publication. */
export function useRolesIn(publication: string): readonly Role[] {
  return usePerson().roles.find((one) => one.publication === publication)?.roles ?? []
}

/** The signed-in person as the rules of the desk see them. */
export function useActor(): Actor {
  const { id, houseAdministrator, roles } = usePerson()
  return useMemo(
    () => ({ id, houseAdministrator, roles: Object.fromEntries(roles.map((one) => [one.publication, one.roles])) }),
    [id, houseAdministrator, roles],
  )
}
