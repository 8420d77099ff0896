import { type Block, type Cell, type ListItem, type Run, runsText } from '#lib/editorial'

/** Replaces `from`..`to` of `blockText(block)` by a text that takes on the look of what it replaces. A place that spans two parts of a block is left alone. */
export function editBlock(block: Block, from: number, to: number, text: string): Block {
  const edit = { from, to, text }
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'addressee':
    case 'quote':
    case 'authorNote':
      return { ...block, runs: editRuns(block.runs, edit) }
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution':
      return { ...block, text: editText(block.text, edit) }
    case 'turn':
      return { ...block, paragraphs: editParts(block.paragraphs, block.speaker.length + 1, edit, runsText, editRuns) }
    case 'list':
      return { ...block, items: editParts(block.items, 0, edit, (item) => item.label + runsText(item.runs), editItem) }
    case 'table':
      return editTable(block, edit)
    case 'figure':
      return { ...block, caption: block.caption === null ? null : editText(block.caption, edit) }
    case 'signature':
      return { ...block, organs: editParts(block.organs, 0, edit, (organ) => organ, editText) }
    case 'annexStart':
      return { ...block, title: block.title === null ? null : editText(block.title, shift(edit, block.label.length + 1)) }
    case 'linkLine':
    case 'separator':
      return block
  }
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const shift = (edit: Edit, by: number): Edit => ({ ...edit, from: edit.from - by, to: edit.to - by })

const fits = (edit: Edit, length: number): boolean => edit.from >= 0 && edit.to <= length

const editText = (whole: string, edit: Edit): string =>
  fits(edit, whole.length) ? whole.slice(0, edit.from) + edit.text + whole.slice(edit.to) : whole

/** Edits the one part the place falls into; parts are joined by line feeds. */
function editParts<T>(
  parts: readonly T[],
  start: number,
  edit: Edit,
  textOf: (part: T) => string,
  change: (part: T, edit: Edit) => T,
): T[] {
  let at = start
  return parts.map((part) => {
    const local = shift(edit, at)
    const length = textOf(part).length
    at += length + 1
    return fits(local, length) ? change(part, local) : part
  })
}

const editItem = (item: ListItem, edit: Edit): ListItem => ({ ...item, runs: editRuns(item.runs, shift(edit, item.label.length)) })

const editCell = (cell: Cell, edit: Edit): Cell => ({ ...cell, runs: editRuns(cell.runs, edit) })

function editTable(table: Extract<Block, { kind: 'table' }>, edit: Edit): Block {
  const caption = table.caption === null ? null : editText(table.caption, edit)
  let at = table.caption === null ? 0 : table.caption.length + 1
  const rows = table.rows.map((row) => {
    const edited = editParts(row, at, edit, (cell) => runsText(cell.runs), editCell)
    at += row.reduce((sum, cell) => sum + runsText(cell.runs).length + 1, 0)
    return edited
  })
  const note = table.note === null ? null : editText(table.note, shift(edit, at))
  return { ...table, caption, rows, note }
}

function editRuns(runs: readonly Run[], edit: Edit): Run[] {
  if (!fits(edit, runsText(runs).length)) return [...runs]
  let at = 0
  let placed = false
  return runs.map((run) => {
    const from = Math.max(edit.from - at, 0)
    const to = Math.min(edit.to - at, run.text.length)
    at += run.text.length
    if (from >= to) return run
    const text = run.text.slice(0, from) + (placed ? '' : edit.text) + run.text.slice(to)
    placed = true
    return { ...run, text }
  })
}
