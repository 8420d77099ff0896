import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../lib/language.js'
import styles from './copy-text.module.css'

interface CopyTextProps {
  readonly text: string
  readonly label: string
  /** How many signs are shown; all are copied and selectable. */
  readonly shown?: number
}

/** A hash or password to be carried elsewhere. Without a secure address browsers give no clipboard: then the text is selected and copied the old way. */
export function CopyText({ text, label, shown }: CopyTextProps) {
  const texts = useTexts()
  const [copied, setCopied] = useState(false)

  const copy = async (): Promise<void> => {
    if (navigator.clipboard !== undefined) await navigator.clipboard.writeText(text)
    else copyBySelection(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <span className={styles.copy}>
      <code title={text}>{shown === undefined || text.length <= shown ? text : `${text.slice(0, shown)}…`}</code>
      <Button size="small" type="text" aria-label={`${texts.copy} ${label}`} onClick={() => void copy()}>
        {copied ? texts.copied : texts.copy}
      </Button>
    </span>
  )
}

function copyBySelection(text: string): void {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
