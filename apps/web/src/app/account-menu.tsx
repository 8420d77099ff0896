import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { NewPasswordForm } from '../features/session/new-password-form.js'
import { signOut } from '../lib/api/session.js'
import { useTexts } from '../lib/language.js'
import { usePerson } from '../lib/session.js'
import { LanguageSwitch } from '../ui/language-switch.js'
import { useSay } from '../ui/say.js'
import styles from './shell.module.css'

/** Who sits at the desk, the language, the password, the way out. */
export function AccountMenu() {
  const texts = useTexts()
  const say = useSay()
  const person = usePerson()
  const [changing, setChanging] = useState(false)
  const leave = useMutation({
    mutationFn: signOut,
    // A fresh page: nothing of the last person stays in memory. Who came in by the unit's sign-in is signed out there too.
    onSuccess: ({ elsewhere }) => location.assign(elsewhere ?? '/sign-in'),
    onError: say.problem,
  })
  return (
    <section className={styles.account} aria-label={texts.nav.account}>
      <p className={styles.person} title={person.login}>
        {person.name}
      </p>
      <LanguageSwitch />
      <div className="row">
        <Button type="link" size="small" className={styles.quietLink} onClick={() => setChanging(true)}>
          {texts.session.changeOwn}
        </Button>
        <Link to="/tokens" className={styles.quietLink}>
          {texts.tokens.title}
        </Link>
        <Button type="link" size="small" className={styles.quietLink} loading={leave.isPending} onClick={() => leave.mutate()}>
          {texts.session.signOut}
        </Button>
      </div>
      <Modal title={texts.session.changeOwn} open={changing} footer={null} destroyOnHidden onCancel={() => setChanging(false)}>
        <NewPasswordForm onDone={() => setChanging(false)} />
      </Modal>
    </section>
  )
}
