import type { ArticleContent, Block, Cell, ImageRef, Run, Table } from '#lib/editorial'

/** How a kind of page dresses its elements: attributes by tag, and what stands for a picture. */
export interface Dress {
  /** Attributes with a blank before them, or nothing: ` style="…"`. */
  readonly attributes: (name: string) => string
  readonly picture: (image: ImageRef, alt: string) => string
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => MARKS[sign] ?? sign)

/** The body of an article as HTML: everything is escaped, links are only of the schemes an article may hold. */
export function articleMarkup(content: ArticleContent, dress: Dress): string {
  const notes = noteNumbers(content)
  const body = content.blocks.map((block) => blockMarkup(block, dress, notes)).join('\n')
  const list = [...notes].map(([key, number]) => element('p', 'note', `[${number}] ${runsMarkup(content.notes[key] ?? [], notes)}`, dress))
  return [body, ...list].join('\n')
}

type Notes = ReadonlyMap<string, number>

/** Footnotes are numbered in the order they are called for. */
function noteNumbers(content: ArticleContent): Notes {
  const keys = [...JSON.stringify(content.blocks).matchAll(/"note":"([^"]+)"/g)].map((found) => found[1] ?? '')
  return new Map([...new Set(keys)].map((key, at) => [key, at + 1]))
}

const element = (tag: string, name: string, inner: string, dress: Dress): string => `<${tag}${dress.attributes(name)}>${inner}</${tag}>`

function blockMarkup(block: Block, dress: Dress, notes: Notes): string {
  const runs = (some: readonly Run[]): string => runsMarkup(some, notes)
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level + 2}`, `heading-${block.level}`, runs(block.runs), dress)
    case 'paragraph':
    case 'addressee':
    case 'authorNote':
      return element('p', block.kind, runs(block.runs), dress)
    case 'quote':
      return element('blockquote', 'quote', runs(block.runs), dress)
    case 'letterHeading':
    case 'documentNumber':
    case 'attribution':
      return element('p', block.kind, escaped(block.text), dress)
    case 'signature':
      return [...block.organs, ...(block.date === null ? [] : [block.date])]
        .map((line) => element('p', 'signature', escaped(line), dress))
        .join('\n')
    case 'turn':
      return turnMarkup(block, dress, notes)
    case 'list':
      return block.items.map((item) => element('p', 'item', escaped(item.label) + runs(item.runs), dress)).join('\n')
    case 'table':
      return tableMarkup(block, dress, notes)
    case 'figure':
      return dress.picture(block.image, block.alt) + (block.caption === null ? '' : element('p', 'caption', escaped(block.caption), dress))
    case 'linkLine':
      return element('p', 'paragraph', linked(block.url, escaped(block.url)), dress)
    case 'annexStart':
      return element('h3', 'heading-1', escaped([block.label, block.title ?? ''].join('　').trim()), dress)
    case 'separator':
      return `<hr${dress.attributes('separator')}>`
  }
}

function turnMarkup(turn: Extract<Block, { kind: 'turn' }>, dress: Dress, notes: Notes): string {
  const [first = [], ...others] = turn.paragraphs
  const speaker = turn.speaker === '' ? '' : `<strong>${escaped(turn.speaker)}：</strong>`
  return [speaker + runsMarkup(first, notes), ...others.map((some) => runsMarkup(some, notes))]
    .map((inner) => element('p', 'paragraph', inner, dress))
    .join('\n')
}

function tableMarkup(table: Table, dress: Dress, notes: Notes): string {
  const rows = table.rows.map((row, at) => `<tr>${row.map((cell) => cellMarkup(cell, at < table.headerRows, dress, notes)).join('')}</tr>`)
  const caption = table.caption === null ? '' : element('p', 'caption', escaped(table.caption), dress)
  const note = table.note === null ? '' : element('p', 'note', escaped(table.note), dress)
  return `${caption}${element('table', 'table', rows.join(''), dress)}${note}`
}

function cellMarkup(cell: Cell, head: boolean, dress: Dress, notes: Notes): string {
  const tag = head ? 'th' : 'td'
  const spans = [
    ...(cell.colSpan === undefined ? [] : [` colspan="${cell.colSpan}"`]),
    ...(cell.rowSpan === undefined ? [] : [` rowspan="${cell.rowSpan}"`]),
  ]
  return `<${tag}${spans.join('')}${dress.attributes(tag)}>${runsMarkup(cell.runs, notes)}</${tag}>`
}

const runsMarkup = (runs: readonly Run[], notes: Notes): string => runs.map((run) => runMarkup(run, notes)).join('')

function runMarkup(run: Run, notes: Notes): string {
  let inner = escaped(run.text)
  if (run.bold === true) inner = `<strong>${inner}</strong>`
  if (run.italic === true || run.kai === true) inner = `<em>${inner}</em>`
  if (run.underline === true) inner = `<u>${inner}</u>`
  if (run.position !== undefined) inner = `<${run.position}>${inner}</${run.position}>`
  if (run.link !== undefined) inner = linked(run.link, inner)
  const note = run.note === undefined ? undefined : notes.get(run.note)
  return note === undefined ? inner : `${inner}<sup>[${note}]</sup>`
}

/** Only addresses a printed bulletin may carry become links. */
const linked = (url: string, inner: string): string =>
  /^(https?:\/\/|mailto:)/i.test(url) ? `<a href="${escaped(url)}" rel="noopener noreferrer nofollow">${inner}</a>` : inner
