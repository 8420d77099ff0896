/**
 * Issues made by rule from the samples' own texts, for checks that need many: the same seed gives the same issue.
 * Articles differ in length, and carry tables, pictures, lists, quotations, letters and long titles as real ones do.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Numbers in 0 … 1 from a seed. Source: the mixing step of Mulberry32, written out. */
function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Everything the samples hold, sorted by what it is. */
export function readStock(root, { readMarkdown }) {
  const stock = { titles: [], paragraphs: [], headings: [], others: [], pictures: new Map() }
  for (const style of readdirSync(join(root, 'templates')).sort()) {
    const folder = join(root, 'templates', style, 'sample')
    const files = readdirSync(folder).sort()
    const attachments = Object.fromEntries(
      files.filter((file) => /\.(png|jpe?g)$/.test(file)).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]),
    )
    for (const file of files.filter((name) => name.endsWith('.md'))) {
      const { content, pictures } = readMarkdown(readFileSync(join(folder, file), 'utf8'), attachments)
      for (const picture of pictures) stock.pictures.set(picture.ref.sha256, picture.bytes)
      stock.titles.push(content.title)
      for (const block of content.blocks) {
        if (block.kind === 'paragraph') stock.paragraphs.push(withoutNotes(block))
        else if (block.kind === 'heading') stock.headings.push(withoutNotes(block))
        else if (['table', 'figure', 'list', 'quote', 'signature'].includes(block.kind)) stock.others.push(block)
      }
    }
  }
  return stock
}

const withoutNotes = (block) => ({ ...block, runs: block.runs.map((run) => ({ ...run, note: undefined })) })

/** An issue of six to eighteen articles in two to four columns. */
export function makeIssue(stock, seed) {
  const roll = dice(seed)
  const one = (list) => list[Math.floor(roll() * list.length)]
  const between = (low, high) => low + Math.floor(roll() * (high - low + 1))
  const article = (number) => ({
    title: roll() < 0.25 ? `${one(stock.titles)}暨${one(stock.titles)}` : one(stock.titles),
    subtitle: roll() < 0.2 ? one(stock.titles) : null,
    author: null,
    source: '江州教育网',
    sourceDate: null,
    url: null,
    documentNumber: null,
    documentDate: null,
    blocks: body(number),
    notes: roll() < 0.15 ? { a: [{ text: '数据来自年度统计，含分校区。' }] } : {},
  })
  const body = () => {
    const blocks = []
    for (let parts = between(1, 6); parts > 0; parts--) {
      if (roll() < 0.7) blocks.push(one(stock.headings))
      for (let count = between(1, 7); count > 0; count--) blocks.push(one(stock.paragraphs))
      if (roll() < 0.35) blocks.push(one(stock.others))
    }
    return blocks
  }
  const withNote = (content) => {
    const at = content.blocks.findIndex((block) => block.kind === 'paragraph')
    if (content.notes.a === undefined || at < 0) return { ...content, notes: {} }
    const blocks = content.blocks.map((block, index) =>
      index === at ? { ...block, runs: block.runs.map((run, n) => (n === 0 ? { ...run, note: 'a' } : run)) } : block,
    )
    return { ...content, blocks }
  }
  const columns = Array.from({ length: between(2, 4) }, (_, index) => ({
    name: ['政策文件', '院校资讯', '理论看点', '数据观察'][index],
    articles: Array.from({ length: between(3, 5) }, (__, number) => withNote(article(number))),
  }))
  return {
    publication: '云岭规划参考',
    publisher: '云岭大学发展规划处',
    year: 2031,
    number: (seed % 12) + 1,
    totalNumber: seed,
    date: '2031-03-31',
    titleLines: [],
    editors: [],
    contact: null,
    columns,
  }
}
