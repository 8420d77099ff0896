import { messageText } from '../messages/message-text.js'
import type { FlowLine } from '../wire/flow-sheet.js'
import { type LogLine, numberOf, textOf } from './log-line.js'

/** Acts a flow sheet tells, each with the code of its word; the rest of the log is about other things. */
const words: Readonly<Record<string, string>> = {
  'submit issue': 'flow/submit',
  'pull-back issue': 'flow/pull-back',
  'approve issue': 'flow/approve',
  'return issue': 'flow/return',
  'withdraw issue': 'flow/withdraw',
  'edit issue': 'flow/edit',
  'render issue': 'flow/render',
  'release issue': 'flow/release',
  'recall issue': 'flow/recall',
  'correct issue': 'flow/correct',
  'grant review exception': 'flow/exception',
  'take back review exception': 'flow/exception-back',
  'delegate review': 'flow/delegate',
  'set review deadline': 'flow/deadline',
  'add article': 'flow/add',
  'save article': 'flow/save',
  'sign off missing source': 'flow/sign-off',
  'take back sign-off': 'flow/sign-off-back',
  'let finding stand': 'flow/let-stand',
  'reopen finding': 'flow/reopen-finding',
  comment: 'flow/comment',
  'suggest words': 'flow/suggest',
  'resolve comment': 'flow/resolve',
  'accept suggestion': 'flow/accept',
  'refuse suggestion': 'flow/refuse',
  'reopen comment': 'flow/reopen-comment',
}

/** House: a quotation longer than this is named by its beginning. */
const QUOTED = 30

/** The lines of the log as a flow sheet tells them, one for one and in their order. */
export const flowLines = (log: readonly LogLine[]): FlowLine[] => {
  let round: number | null = null
  return log.flatMap((line) => {
    const word = words[line.act]
    const voided = line.act === 'edit issue' ? line.detail.voided !== undefined : true
    round = numberOf(line.detail, 'round') ?? (line.act === 'correct issue' ? null : round)
    if (word === undefined || !voided) return []
    return [
      {
        at: line.at,
        round,
        stage: textOf(line.detail, 'stage'),
        person: line.person ?? messageText('flow/house'),
        act: messageText(word),
        note: noteOf(line),
        contentHash: textOf(line.detail, 'contentHash'),
        sequence: line.sequence,
      },
    ]
  })
}

function noteOf({ act, detail }: LogLine): string {
  const parts = [
    detail.excepted === true ? messageText('flow/excepted') : '',
    act === 'edit issue' ? messageText('flow/voided') : '',
    act === 'delegate review' ? messageText('flow/to', { name: textOf(detail, 'name') ?? '' }) : '',
    act === 'set review deadline' ? (textOf(detail, 'due') ?? messageText('flow/no-day')) : '',
    changesOf(detail),
    numberOf(detail, 'version') === null ? '' : messageText('flow/version', { version: numberOf(detail, 'version') ?? 0 }),
    wordsOf(detail),
    textOf(detail, 'reason') ?? '',
  ]
  return parts.filter((part) => part !== '').join('；')
}

/** What a change of the content was, in words. */
function changesOf(detail: LogLine['detail']): string {
  if (!Array.isArray(detail.changes)) return ''
  const changes = detail.changes as { code?: unknown; params?: Record<string, string | number> }[]
  return changes.flatMap(({ code, params }) => (typeof code === 'string' ? [messageText(code, params)] : [])).join('，')
}

/** The words a remark or a finding is about, with what was said or proposed. */
function wordsOf(detail: LogLine['detail']): string {
  const quote = textOf(detail, 'quote') ?? (textOf(detail, 'rule') === null ? null : textOf(detail, 'text'))
  const said = textOf(detail, 'rule') === null ? textOf(detail, 'text') : null
  const suggestion = textOf(detail, 'suggestion')
  const about = quote === null || quote === '' ? '' : `“${shortened(quote)}”`
  const proposal = suggestion === null ? '' : suggestion === '' ? messageText('flow/take-out') : `改为“${shortened(suggestion)}”`
  return [about + proposal, said ?? ''].filter((part) => part !== '').join('：')
}

const shortened = (text: string): string => (text.length <= QUOTED ? text : `${text.slice(0, QUOTED)}……`)
