import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import type { SessionAnswer } from '#lib/editorial'
import { NewPasswordPage } from '../features/session/new-password-page.js'
import { whenSignedOut } from '../lib/api/request.js'
import { useTexts } from '../lib/language.js'
import { keys } from '../lib/query-keys.js'
import { useSession } from '../lib/session.js'
import { sentenceOf } from '../ui/say.js'
import styles from './plain-pages.module.css'

/** Lets in who is signed in; sends others to the sign-in page, and asks a one-time password to be changed first. */
export function Gate() {
  const texts = useTexts()
  const client = useQueryClient()
  const session = useSession()
  const { pathname, search } = useLocation()
  const wasIn = useRef(false)

  useEffect(() => {
    whenSignedOut(() => client.setQueryData<SessionAnswer>(keys.session, (known) => known && { ...known, person: null }))
  }, [client])

  if (session.isPending) return <p className={styles.plain}>{texts.loading}</p>
  if (session.data === undefined) return <p className={styles.plain}>{sentenceOf(session.error, texts)}</p>
  if (session.data.person === null)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}${wasIn.current ? '&ended' : ''}`} replace />
  wasIn.current = true
  return session.data.person.mustChangePassword ? <NewPasswordPage forced /> : <Outlet />
}
