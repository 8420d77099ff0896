import { Modal } from 'antd'
import type { NewPersonAnswer } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { CopyText } from '../../ui/copy-text.js'
import styles from './settings.module.css'

/** Shows a new one-time password, this once. */
export function OneTimePassword({ made, onClose }: { readonly made: NewPersonAnswer | null; readonly onClose: () => void }) {
  const texts = useTexts()
  return (
    <Modal
      open={made !== null}
      title={texts.settings.oneTimeTitle}
      cancelButtonProps={{ hidden: true }}
      okText={texts.close}
      mask={{ closable: false }}
      onOk={onClose}
      onCancel={onClose}
    >
      {made !== null && (
        <div className="stack">
          <p>{texts.settings.oneTimeLead(made.person.name, made.person.login)}</p>
          <p className={styles.oneTime}>
            <CopyText text={made.oneTimePassword} label={texts.settings.oneTimeTitle} />
          </p>
        </div>
      )}
    </Modal>
  )
}
