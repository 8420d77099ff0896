import type { JSONContent } from '@tiptap/react'
import type { Block, BlockKind, Cell, ImageRef, ListItem, Run } from '#lib/editorial'

/**
 * The editor's body as blocks. What is empty is not kept: an empty line says nothing in a bulletin, where distances come from the style.
 */
export function blocksOf(doc: JSONContent): Block[] {
  return (doc.content ?? []).flatMap(blockOf)
}

const parts = (node: JSONContent, type: string): JSONContent[] => (node.content ?? []).filter((child) => child.type === type)

const textOf = (node: JSONContent | undefined): string => (node?.content ?? []).map((child) => child.text ?? '').join('')

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** Text and note marks as runs; a mark belongs to the words before it. */
export function runsOf(content: readonly JSONContent[] | undefined): Run[] {
  const runs: Run[] = []
  for (const node of content ?? []) {
    const last = runs.at(-1)
    if (node.type === 'text') runs.push({ text: node.text ?? '', ...emphasisOf(node) })
    else if (node.type === 'noteRef' && last !== undefined && last.note === undefined)
      runs[runs.length - 1] = { ...last, note: String(node.attrs?.key) }
    else if (node.type === 'noteRef') runs.push({ text: '', note: String(node.attrs?.key) })
  }
  return runs
}

function emphasisOf(node: JSONContent): Omit<Run, 'text' | 'note'> {
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark.attrs]))
  const position = marks.has('sup') ? 'sup' : marks.has('sub') ? 'sub' : undefined
  const link = marks.get('link')?.href as string | undefined
  return {
    ...(marks.has('bold') ? { bold: true } : {}),
    ...(marks.has('italic') ? { italic: true } : {}),
    ...(marks.has('underline') ? { underline: true } : {}),
    ...(marks.has('kai') ? { kai: true } : {}),
    ...(position === undefined ? {} : { position }),
    ...(link === undefined || link === '' ? {} : { link }),
  }
}

const says = (runs: readonly Run[]): boolean => runs.some((run) => run.text.trim() !== '' || run.note !== undefined)

function blockOf(node: JSONContent): Block[] {
  const kind = node.type as BlockKind
  switch (kind) {
    case 'heading':
    case 'paragraph':
    case 'addressee':
    case 'quote':
    case 'authorNote': {
      const runs = runsOf(node.content)
      if (!says(runs)) return []
      return [kind === 'heading' ? { kind, level: (node.attrs?.level ?? 1) as 1 | 2 | 3 | 4, runs } : { kind, runs }]
    }
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution': {
      const text = textOf(node)
      return text.trim() === '' ? [] : [{ kind, text }]
    }
    case 'linkLine': {
      const url = textOf(node).trim()
      if (url === '') return []
      return /^(https?:\/\/|mailto:)\S+$/i.test(url) ? [{ kind, url }] : [{ kind: 'paragraph', runs: [{ text: url }] }]
    }
    case 'separator':
      return [{ kind }]
    case 'figure':
      return [{ kind, image: node.attrs?.image as ImageRef, caption: orNull(textOf(node)), alt: String(node.attrs?.alt ?? '') }]
    default:
      return composedBlock(node, kind)
  }
}

function composedBlock(node: JSONContent, kind: BlockKind): Block[] {
  switch (kind) {
    case 'signature':
      return signatureBlock(node)
    case 'annexStart':
      return annexBlock(node)
    case 'turn': {
      const paragraphs = parts(node, 'turnParagraph')
        .map((one) => runsOf(one.content))
        .filter(says)
      const speaker = textOf(parts(node, 'speaker')[0])
      if (paragraphs.length === 0 && speaker.trim() === '') return []
      return [{ kind, speaker, role: node.attrs?.role === 'question' ? 'question' : 'answer', paragraphs }]
    }
    case 'list': {
      const items = parts(node, 'listItem')
        .map(itemOf)
        .filter((item) => says(item.runs))
      return items.length === 0 ? [] : [{ kind, items }]
    }
    case 'table':
      return tableBlock(node)
    default:
      return []
  }
}

function signatureBlock(node: JSONContent): Block[] {
  const organs = parts(node, 'organ')
    .map(textOf)
    .filter((organ) => organ.trim() !== '')
  const date = orNull(textOf(parts(node, 'signatureDate')[0]))
  return organs.length === 0 && date === null ? [] : [{ kind: 'signature', organs, date }]
}

/** Without its label an annex does not begin; its title then stands as a paragraph. */
function annexBlock(node: JSONContent): Block[] {
  const label = textOf(parts(node, 'annexLabel')[0])
  const title = orNull(textOf(parts(node, 'annexTitle')[0]))
  if (label.trim() !== '') return [{ kind: 'annexStart', label, title }]
  return title === null ? [] : [{ kind: 'paragraph', runs: [{ text: title }] }]
}

const itemOf = (node: JSONContent): ListItem => ({
  label: String(node.attrs?.label ?? ''),
  level: Number(node.attrs?.level ?? 0),
  runs: runsOf(node.content),
})

function tableBlock(node: JSONContent): Block[] {
  const rows = parts(parts(node, 'tableGrid')[0] ?? {}, 'tableRow').map((row) => parts(row, 'tableCell').map(cellOf))
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: orNull(textOf(parts(node, 'tableCaption')[0])),
      headerRows: Math.min(Number(node.attrs?.headerRows ?? 0), rows.length),
      rows,
      note: orNull(textOf(parts(node, 'tableNote')[0])),
    },
  ]
}

function cellOf(node: JSONContent): Cell {
  const {
    colspan = 1,
    rowspan = 1,
    align = null,
  } = (node.attrs ?? {}) as { colspan?: number; rowspan?: number; align?: Cell['align'] | null }
  return {
    runs: runsOf(node.content),
    ...(colspan > 1 ? { colSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    ...(align === null || align === undefined ? {} : { align }),
  }
}
