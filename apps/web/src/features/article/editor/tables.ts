import { Plugin } from '@tiptap/pm/state'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { Extension, Node } from '@tiptap/react'

/** 表题, the grid, 表注: caption and note may be empty, and are then not printed. */
export const TableBlock = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableCaption? tableGrid tableNote?',
  isolating: true,
  defining: true,
  addAttributes: () => ({ headerRows: { default: 0, rendered: false } }),
  parseHTML: () => [{ tag: '[data-kind="table"]', getAttrs: (node) => ({ headerRows: Number(node.getAttribute('data-head')) || 0 }) }],
  renderHTML: ({ node }) => ['div', { 'data-kind': 'table', 'data-head': String(node.attrs.headerRows) }, 0],
})

const line = (name: string) =>
  Node.create({
    name,
    content: 'text*',
    marks: '',
    parseHTML: () => [{ tag: `[data-part="${name}"]` }],
    renderHTML: () => ['div', { 'data-part': name }, 0],
  })

export const TableGrid = Node.create({
  name: 'tableGrid',
  content: 'tableRow+',
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

const spanOf = (node: HTMLElement, name: string): number => Math.max(1, Number(node.getAttribute(name)) || 1)

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'inline*',
  isolating: true,
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: (node: HTMLElement) => spanOf(node, 'colspan') },
    rowspan: { default: 1, parseHTML: (node: HTMLElement) => spanOf(node, 'rowspan') },
    /** The grid's own bookkeeping; widths are the typesetter's matter. */
    colwidth: { default: null, rendered: false },
    align: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'td',
    { ...HTMLAttributes, ...(node.attrs.align === null ? {} : { 'data-align': node.attrs.align as string }) },
    0,
  ],
})

const roles: Readonly<Record<string, string>> = { tableGrid: 'table', tableRow: 'row', tableCell: 'cell' }

/** Makes the grid a grid: cells can be walked through by Tab, selected together, copied and pasted; a pasted table gets its caption and note lines. */
export const TableTools = Extension.create({
  name: 'tableTools',
  extendNodeSchema: ({ name }) => (roles[name] === undefined ? {} : { tableRole: roles[name] }),
  addKeyboardShortcuts() {
    const go = (step: 1 | -1) => () => goToNextCell(step)(this.editor.state, this.editor.view.dispatch)
    return { Tab: go(1), 'Shift-Tab': go(-1) }
  },
  addProseMirrorPlugins: () => [tableEditing(), withCaptions],
})

/** Caption and note are always there to be typed into. */
const withCaptions = new Plugin({
  appendTransaction: (transactions, _before, state) => {
    if (!transactions.some((one) => one.docChanged)) return null
    const { tableCaption, tableNote } = state.schema.nodes
    const tr = state.tr
    state.doc.forEach((node, offset) => {
      if (node.type.name !== 'table' || tableCaption === undefined || tableNote === undefined) return
      const at = tr.mapping.map(offset)
      if (node.lastChild?.type !== tableNote) tr.insert(at + node.nodeSize - 1, tableNote.create())
      if (node.firstChild?.type !== tableCaption) tr.insert(at + 1, tableCaption.create())
    })
    return tr.docChanged ? tr : null
  },
})

export const tables = [TableBlock, line('tableCaption'), TableGrid, TableRow, TableCell, line('tableNote'), TableTools]
