import { Button, Input } from 'antd'
import { useId, useRef } from 'react'
import { useTexts } from '../lib/language.js'
import styles from './line-list.module.css'

interface LineListProps {
  readonly label: string
  /** Where a heading above already says what the list is. */
  readonly labelUnseen?: boolean
  readonly add: string
  readonly lines: readonly string[]
  readonly maxLength: number
  readonly onChange: (lines: string[]) => void
}

/** Said only when it is so: a form that is shut as a whole shuts its buttons too. */
const disabledWhen = (shut: boolean): { disabled?: true } => (shut ? { disabled: true } : {})

/** A short list of names in order: columns, editors. Alt with the arrow keys moves a line. */
export function LineList({ label, labelUnseen = false, add, lines, maxLength, onChange }: LineListProps) {
  const texts = useTexts()
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const focusLine = (at: number): void => void setTimeout(() => list.current?.querySelectorAll('input')[at]?.focus(), 0)
  const move = (from: number, to: number): void => {
    const line = lines[from]
    if (line === undefined || to < 0 || to >= lines.length) return
    const rest = lines.filter((_, at) => at !== from)
    onChange([...rest.slice(0, to), line, ...rest.slice(to)])
    focusLine(to)
  }
  return (
    <div className={styles.box}>
      <h3 id={id} className={labelUnseen ? 'unseen' : undefined}>
        {label}
      </h3>
      <ol ref={list} aria-labelledby={id} className={styles.list}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text changes while it is typed
          <li key={at} className={styles.line}>
            <Input
              aria-label={`${label} ${at + 1}`}
              value={line}
              maxLength={maxLength}
              onChange={(event) => onChange(lines.map((one, index) => (index === at ? event.target.value : one)))}
              onKeyDown={(event) => {
                if (event.altKey && event.key === 'ArrowUp') move(at, at - 1)
                else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1)
                else return
                event.preventDefault()
              }}
            />
            <Button aria-label={texts.settings.moveUp(line)} {...disabledWhen(at === 0)} onClick={() => move(at, at - 1)}>
              ↑
            </Button>
            <Button aria-label={texts.settings.moveDown(line)} {...disabledWhen(at === lines.length - 1)} onClick={() => move(at, at + 1)}>
              ↓
            </Button>
            <Button aria-label={texts.settings.removeLine(line)} onClick={() => onChange(lines.filter((_, index) => index !== at))}>
              ×
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button
          size="small"
          onClick={() => {
            onChange([...lines, ''])
            focusLine(lines.length)
          }}
        >
          {add}
        </Button>
      </div>
    </div>
  )
}
