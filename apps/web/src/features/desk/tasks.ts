import type { IssueAnswer, RenderAnswer } from '#lib/editorial'
import type { Texts } from '../../lib/texts/zh.js'

/** One thing that waits for the person at the desk. */
export interface Task {
  readonly issue: IssueAnswer
  readonly what: string
  /** Where it is done. */
  readonly to: string
  /** Whether it can be done now; otherwise it is under way but hindered. */
  readonly ready: boolean
  /** The day by which it should be decided; null for none. */
  readonly due: string | null
}

/** What an issue asks of this person, by the moves the server says are open to them; undefined when it asks nothing. `due`: the day of the stage that waits for them. */
export function taskOf(issue: IssueAnswer, due: string | null, texts: Texts): Task | undefined {
  const home = `/p/${issue.publication}/issues/${issue.id}`
  const open = new Map(issue.moves.map((one) => [one.move, one.hindrances]))
  const free = (move: Parameters<typeof open.get>[0]): boolean => open.get(move)?.length === 0
  if (free('approve')) return { issue, what: texts.desk.doReview(issue.stages[issue.stage] ?? ''), to: `${home}/review`, ready: true, due }
  if (free('release')) return { issue, what: texts.desk.doRelease, to: `${home}/edition`, ready: true, due: null }
  if (issue.state === 'approved' && free('render'))
    return { issue, what: texts.desk.doRender, to: `${home}/edition`, ready: true, due: null }
  const submit = open.get('submit')
  if (submit === undefined) return undefined
  if (submit.length === 0) return { issue, what: texts.desk.doSubmit, to: home, ready: true, due: null }
  return { issue, what: texts.together(texts.desk.doAssemble, texts.desk.hindered(submit.length)), to: home, ready: false, due: null }
}

/** The last render of an issue, when it failed: someone should look. */
export function failedTask(
  renders: readonly RenderAnswer[] | undefined,
  issues: readonly (IssueAnswer | undefined)[],
  texts: Texts,
): Task | undefined {
  const last = renders?.[0]
  const issue = issues.find((one) => one?.id === last?.issue)
  if (last === undefined || issue === undefined || last.state !== 'failed') return undefined
  const what = last.error === null ? texts.desk.renderFailed : texts.about(texts.desk.renderFailed, last.error.message)
  return { issue, what, to: `/p/${issue.publication}/issues/${issue.id}/edition`, ready: true, due: null }
}
