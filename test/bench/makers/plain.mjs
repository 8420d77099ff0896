/** An issue as plain lines with their kind: what makers without a house style are given. */
export function plainLines(issue) {
  const lines = []
  const add = (kind, text) => {
    if (typeof text === 'string' && text !== '') lines.push({ kind, text })
  }
  for (const column of issue.columns) {
    add('column', column.name)
    for (const article of column.articles) {
      add('title', article.title)
      add('source', article.source === null ? '' : `来源：${article.source}`)
      for (const block of article.blocks) for (const text of textsOf(block)) add(block.kind === 'heading' ? 'heading' : 'paragraph', text)
    }
  }
  return lines
}

const join = (runs) => runs.map((run) => run.text).join('')

function textsOf(block) {
  if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => join(cell.runs)).join('　'))
  if (block.kind === 'list') return block.items.map((item) => item.label + join(item.runs))
  if (block.kind === 'turn') return block.paragraphs.map((runs, index) => (index === 0 ? `${block.speaker}：` : '') + join(runs))
  if (block.kind === 'signature') return [...block.organs, block.date ?? '']
  return [block.runs === undefined ? (block.text ?? block.url ?? '') : join(block.runs)]
}
