import { useSpoken } from '../lib/language.js'
import styles from './language-switch.module.css'

/** 中文 · English: each in its own tongue, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { language, choose, texts } = useSpoken()
  return (
    <fieldset className={styles.switch}>
      <legend className="unseen">{texts.language.label}</legend>
      {(['zh', 'en'] as const).map((one) => (
        <button
          key={one}
          type="button"
          lang={one === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={language === one}
          className={styles.choice}
          onClick={() => choose(one)}
        >
          {texts.language[one]}
        </button>
      ))}
    </fieldset>
  )
}
