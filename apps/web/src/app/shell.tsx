import { Outlet } from 'react-router'
import { useDeskEvents } from '../lib/desk-events.js'
import { useTexts } from '../lib/language.js'
import styles from './shell.module.css'
import { SideBar } from './side-bar.js'

/** The frame of the desk: where one can go at the left, what one works on at the right. */
export function Shell() {
  const texts = useTexts()
  const connected = useDeskEvents()
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {texts.skip}
      </a>
      <SideBar />
      <main id="main" className={styles.main} tabIndex={-1}>
        {!connected && (
          <p className={styles.offline} role="status">
            {texts.offline}
          </p>
        )}
        <Outlet />
      </main>
    </div>
  )
}
