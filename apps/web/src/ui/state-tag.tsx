import type { ReactNode } from 'react'
import type { EditionAnswer, IssueState, RenderState } from '#lib/editorial'
import { useTexts } from '../lib/language.js'
import styles from './state-tag.module.css'

export type Tone = 'plain' | 'busy' | 'good' | 'warn' | 'bad'

/** A word on a tinted ground; the word says it, the tint only helps to find it. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>
}

const issueTones: Readonly<Record<IssueState, Tone>> = {
  draft: 'plain',
  'in-review': 'busy',
  approved: 'good',
  rendered: 'good',
  released: 'good',
  recalled: 'bad',
}

interface Reviewed {
  readonly state: IssueState
  readonly stage: number
  readonly stages: readonly string[]
}

/** Where an issue stands; in review, the stage that is open. */
export function IssueTag({ issue }: { readonly issue: Reviewed }) {
  const texts = useTexts()
  const stage = issue.state === 'in-review' ? issue.stages[issue.stage] : undefined
  return <Tag tone={issueTones[issue.state]}>{stage === undefined ? texts.states[issue.state] : texts.issue.inStage(stage)}</Tag>
}

const renderTones: Readonly<Record<RenderState, Tone>> = {
  queued: 'plain',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
}

export function RenderTag({ state }: { readonly state: RenderState }) {
  return <Tag tone={renderTones[state]}>{useTexts().renderStates[state]}</Tag>
}

const editionTones: Readonly<Record<EditionAnswer['state'], Tone>> = {
  made: 'plain',
  released: 'good',
  superseded: 'plain',
  recalled: 'bad',
}

export function EditionTag({ state }: { readonly state: EditionAnswer['state'] }) {
  return <Tag tone={editionTones[state]}>{useTexts().edition.states[state]}</Tag>
}
