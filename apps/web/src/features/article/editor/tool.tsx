import styles from './tool-bar.module.css'

interface ToolProps {
  readonly label: string
  readonly title?: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}

/** One tool; pressing it takes nothing from the selection in the text. */
export function Tool({ label, title = label, pressed, disabled = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      title={title}
      aria-label={title === label ? label : `${label} (${title})`}
      aria-pressed={pressed}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
    </button>
  )
}
