import { Fragment, type ReactNode } from 'react'
import type { Run } from '#lib/editorial'
import styles from './marked-runs.module.css'
import { type Piece, piecesOf } from './pieces.js'

export interface Mark {
  readonly from: number
  readonly to: number
  readonly tone: 'block' | 'warn' | 'info' | 'remark'
  /** Which finding this is; also what is scrolled to. */
  readonly id: string
  readonly title: string
}

interface MarkedRunsProps {
  readonly runs: readonly Run[]
  readonly marks: readonly Mark[]
  /** Where these runs begin in the text of their block. */
  readonly from: number
}

/** Text in its emphasis, with what was found in it underlined. */
export function MarkedRuns({ runs, marks, from }: MarkedRunsProps): ReactNode {
  let at = from
  return runs.map((run, index) => {
    const pieces = views(piecesOf(run.text, at, marks), at)
    at += run.text.length
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place
      <Fragment key={index}>
        {emphasised(run, pieces)}
        {run.note !== undefined && <sup className={styles.noteMark}>[{run.note}]</sup>}
      </Fragment>
    )
  })
}

export const MarkedText = ({ text, marks, from }: { text: string; marks: readonly Mark[]; from: number }): ReactNode =>
  views(piecesOf(text, from, marks), from)

/** Each piece says where it begins in the text of its block, so that chosen words can be counted. */
function views(pieces: readonly Piece<Mark>[], from: number): ReactNode[] {
  let at = from
  return pieces.map((piece, index) => {
    const view = pieceView(piece, index, at)
    at += piece.text.length
    return view
  })
}

function pieceView(piece: Piece<Mark>, index: number, at: number): ReactNode {
  if (piece.mark === undefined)
    return (
      <span key={index} data-at={at}>
        {piece.text}
      </span>
    )
  const { tone, id, title } = piece.mark
  return (
    <mark key={index} className={`${styles.mark} ${styles[tone]}`} data-finding={id} data-at={at} title={title}>
      {piece.text === '' ? '‸' : piece.text}
    </mark>
  )
}

function emphasised(run: Run, children: ReactNode): ReactNode {
  let view = children
  if (run.kai === true) view = <span className={styles.kai}>{view}</span>
  if (run.underline === true) view = <u>{view}</u>
  if (run.italic === true) view = <em>{view}</em>
  if (run.bold === true) view = <strong>{view}</strong>
  if (run.position !== undefined) view = run.position === 'sup' ? <sup>{view}</sup> : <sub>{view}</sub>
  if (run.link !== undefined)
    view = (
      <a href={run.link} target="_blank" rel="noreferrer noopener">
        {view}
      </a>
    )
  return view
}
