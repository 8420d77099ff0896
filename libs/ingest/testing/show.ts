import { type Block, blockText, type Cell, type Run, runsText } from '#lib/editorial'

/** Blocks as lines a person can read: `h1 一、总则`, `p 正文。`, `sign 教育厅 / 2025年3月1日`. */
export const show = (blocks: readonly Block[]): string[] => blocks.map(showBlock)

function showBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `h${block.level} ${showRuns(block.runs)}`
    case 'paragraph':
      return `p ${showRuns(block.runs)}`
    case 'addressee':
      return `to ${showRuns(block.runs)}`
    case 'letterHeading':
      return `letter ${block.text}`
    case 'signature':
      return `sign ${[...block.organs, ...(block.date === null ? [] : [block.date])].join(' / ')}`
    case 'turn':
      return `${block.role} ${block.speaker}：${block.paragraphs.map(showRuns).join(' ¶ ')}`
    case 'list':
      return `list ${block.items.map((item) => `${'>'.repeat(item.level)}${item.label} ${showRuns(item.runs)}`).join(' ¶ ')}`
    case 'table':
      return `table ${block.caption ?? '-'} | ${block.rows.map((row) => row.map(showCell).join(',')).join(' ; ')} | ${block.note ?? '-'}`
    case 'figure':
      return `figure ${block.caption ?? '-'} (${block.image.width}×${block.image.height})`
    default:
      return `${block.kind} ${blockText(block).replace(/\n/g, ' / ')}`
  }
}

const showCell = (cell: Cell): string =>
  `${runsText(cell.runs)}${cell.colSpan === undefined ? '' : `→${cell.colSpan}`}${cell.rowSpan === undefined ? '' : `↓${cell.rowSpan}`}`

/** `**bold**`, `~kai~`, `_italic_`, `[link](…)`, `[^note]`. */
const showRuns = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      const mark = run.bold ? '**' : run.kai ? '~' : run.italic ? '_' : run.position === 'sup' ? '^' : ''
      const text = `${mark}${run.text}${mark}`
      return `${run.link === undefined ? text : `[${text}](${run.link})`}${run.note === undefined ? '' : `[^${run.note}]`}`
    })
    .join('')
