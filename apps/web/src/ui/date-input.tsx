import { Input } from 'antd'
import { useState } from 'react'
import { dateOf } from '../lib/date-of.js'
import { dateText } from '../lib/format.js'
import { useSpoken } from '../lib/language.js'

interface DateInputProps {
  readonly id?: string
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: boolean
  /** ISO, as precise as known. */
  readonly value: string | null
  /** Called with undefined while what is typed is no date. */
  readonly onChange: (value: string | null | undefined) => void
}

/** A date as people paste it: 2024年10月8日, 2024-10-08, 2024.10.8, 2024年10月; shown back in the desk's own writing. */
export function DateInput({ value, onChange, ...wiring }: DateInputProps) {
  const { language } = useSpoken()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === null ? '' : dateText(value, language))
  return (
    <Input
      {...wiring}
      value={shown}
      maxLength={40}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(dateOf(event.target.value))
      }}
      onBlur={() => {
        if (typed !== null && dateOf(typed) !== undefined) setTyped(null)
      }}
    />
  )
}
