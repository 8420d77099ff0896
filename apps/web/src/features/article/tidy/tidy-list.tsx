import { Checkbox } from 'antd'
import type { TidyChange } from '#lib/editorial'
import { differenceOf } from '../../../lib/difference.js'
import { useTexts } from '../../../lib/language.js'
import styles from './tidy-list.module.css'

interface TidyListProps {
  readonly changes: readonly TidyChange[]
  /** Those taken back. */
  readonly left: ReadonlySet<TidyChange>
  readonly setLeft: (left: ReadonlySet<TidyChange>) => void
}

/** Each paragraph with what went and what came in it, and whether it is taken. */
export function TidyList({ changes, left, setLeft }: TidyListProps) {
  const { article: texts } = useTexts()
  const take = (change: TidyChange, taken: boolean): void =>
    setLeft(new Set(taken ? [...left].filter((one) => one !== change) : [...left, change]))
  return (
    <ul className={styles.list}>
      {changes.map((change) => (
        <li key={change.places.join(' ')}>
          <Checkbox checked={!left.has(change)} onChange={(event) => take(change, event.target.checked)}>
            {texts.tidy.change((change.places[0] ?? 0) + 1, change.kinds.map((kind) => kind.message).join(texts.tidy.and))}
          </Checkbox>
          <Words change={change} />
        </li>
      ))}
    </ul>
  )
}

/** House: of a long stretch that stayed, so many characters beside a change are enough to find it. */
const BESIDE = 24

const shortened = (text: string, first: boolean, last: boolean): string => {
  const signs = [...text]
  const [head, tail] = [first ? 0 : BESIDE, last ? 0 : BESIDE]
  if (signs.length <= head + tail + 1) return text
  return `${signs.slice(0, head).join('')}…${signs.slice(signs.length - tail).join('')}`
}

function Words({ change: { before, after } }: { readonly change: TidyChange }) {
  const stretches = differenceOf(before.replaceAll('\n', '¶'), after)
  return (
    <p className={styles.words} lang="zh-CN">
      {stretches.map(({ kind, text }, at) => {
        const key = `${at} ${kind}`
        if (kind === 'same') return <span key={key}>{shortened(text, at === 0, at === stretches.length - 1)}</span>
        return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
      })}
    </p>
  )
}
