import type { IssueContent, Run } from '#lib/editorial'
import type { BlockRole, FaceRole, FlowRun, LayoutWarning, Sheet, StyleName, TextBlock } from '../layout.js'
import type { Template } from '../template/template.js'
import type { DraftBlock, Waymark } from './draft.js'
import type { Slots } from './fill-pattern.js'

/** What every composer of blocks needs: the issue's words, the template, the sheet, and where blocks go. */
export interface Desk {
  readonly issue: IssueContent
  readonly template: Template
  readonly sheet: Sheet
  readonly slots: Slots
  readonly section: number
  readonly blocks: DraftBlock[]
  readonly waymarks: Waymark[]
  readonly warnings: LayoutWarning[]
}

/** How one block of text differs from its style. */
export interface TextPlan {
  readonly id: string
  readonly style: StyleName
  readonly text: string
  readonly runs?: readonly FlowRun[]
  readonly article: number | null
  readonly breakBefore?: TextBlock['breakBefore']
  readonly lead?: number
  readonly markEnd?: number
  readonly target?: string
}

export function textBlock(sheet: Sheet, section: number, plan: TextPlan): TextBlock {
  const style = sheet.styles[plan.style]
  if (style === undefined) throw new Error(`no style ${plan.style}`)
  return {
    kind: 'text',
    id: plan.id,
    section,
    article: plan.article,
    breakBefore: plan.breakBefore ?? 'none',
    lead: plan.lead ?? 0,
    role: style.role satisfies BlockRole,
    style: plan.style,
    text: plan.text,
    runs: plan.runs ?? wholeRun(plan.text, style.face),
    ...(plan.markEnd === undefined ? {} : { markEnd: plan.markEnd }),
    ...(plan.target === undefined ? {} : { target: plan.target }),
  }
}

export const wholeRun = (text: string, face: FaceRole): FlowRun[] => (text === '' ? [] : [{ from: 0, to: text.length, face }])

/** Where a note mark stands and what it is called. */
export interface NoteMarks {
  /** The mark and the block of a note, by its key; null when the article has no such note. */
  mark(key: string): { mark: string; block: string } | null
}

/** The runs of an article made into one text with flow runs; a note's mark is set raised after the run it belongs to. */
export function flowText(runs: readonly Run[], face: FaceRole, notes: NoteMarks, start = ''): { text: string; runs: FlowRun[] } {
  let text = start
  const flow: FlowRun[] = start === '' ? [] : wholeRun(start, face)
  for (const run of runs) {
    if (run.text !== '') {
      flow.push({ from: text.length, to: text.length + run.text.length, face: run.kai === true ? 'kai' : face, ...emphasis(run) })
      text += run.text
    }
    const note = run.note === undefined ? null : notes.mark(run.note)
    if (note !== null) {
      flow.push({ from: text.length, to: text.length + note.mark.length, face: 'song', position: 'sup', note: note.block })
      text += note.mark
    }
  }
  return { text, runs: flow }
}

function emphasis(run: Run): Partial<FlowRun> {
  return {
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.italic === true ? { italic: true } : {}),
    ...(run.underline === true ? { underline: true } : {}),
    ...(run.position === undefined ? {} : { position: run.position }),
    ...(run.link === undefined ? {} : { link: run.link }),
  }
}

/** The article being composed: its place in the issue, its notes, and the next free id. */
export interface ArticleDesk {
  readonly desk: Desk
  readonly article: number
  readonly notes: NoteMarks
  readonly nextId: () => string
}
