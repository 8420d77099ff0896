import { Select } from 'antd'
import { useEffect } from 'react'
import { NavLink, useNavigate, useParams } from 'react-router'
import { useTexts } from '../lib/language.js'
import { usePublications } from '../lib/publications.js'
import { usePerson } from '../lib/session.js'
import { AccountMenu } from './account-menu.js'
import { lastPublication, rememberPublication } from './last-publication.js'
import styles from './shell.module.css'

/** The places of the desk; those of a publication follow the one in hand, or the one last worked on. */
export function SideBar() {
  const texts = useTexts()
  const person = usePerson()
  const navigate = useNavigate()
  const { publication: inHand } = useParams()
  const publications = usePublications().data ?? []
  const kept = inHand ?? lastPublication()
  const current = publications.find((one) => one.id === kept) ?? publications[0]

  useEffect(() => {
    if (inHand !== undefined) rememberPublication(inHand)
  }, [inHand])

  const place = (to: string, label: string, end = false) => (
    <li key={to}>
      <NavLink to={to} end={end} className={({ isActive }) => (isActive ? `${styles.place} ${styles.here}` : (styles.place ?? ''))}>
        {label}
      </NavLink>
    </li>
  )

  return (
    <header className={styles.side}>
      <p className={styles.product}>{texts.product}</p>
      <nav aria-label={texts.nav.label} className={styles.nav}>
        <ul>{place('/', texts.nav.desk, true)}</ul>
        {current !== undefined && (
          <>
            {publications.length > 1 ? (
              <Select
                aria-label={texts.nav.publication}
                className={styles.publications}
                value={current.id}
                options={publications.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(id: string) => void navigate(`/p/${id}/issues`)}
              />
            ) : (
              <p className={styles.publication}>{current.name}</p>
            )}
            <ul>
              {place(`/p/${current.id}/inbox`, texts.nav.inbox)}
              {place(`/p/${current.id}/issues`, texts.nav.issues)}
              {place(`/p/${current.id}/jobs`, texts.nav.jobs)}
              {place(`/p/${current.id}/archive`, texts.nav.archive)}
              {place(`/p/${current.id}/statistics`, texts.nav.statistics)}
              {place(`/p/${current.id}/settings`, texts.nav.settings)}
            </ul>
          </>
        )}
        {person.houseAdministrator && <ul className={styles.house}>{place('/people', texts.nav.people)}</ul>}
      </nav>
      <AccountMenu />
    </header>
  )
}
