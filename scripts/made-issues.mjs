/**
 * Issues made by rule from the samples' own texts, for checks that need many: the same seed gives the same issue.
 * Articles differ in length, and carry tables, pictures, lists, quotations, letters and long titles as real ones do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

const NOTES = [
  '数据来自年度统计，含分校区。',
  '本文所称“省级平台”，指经省级主管部门认定并连续三年通过年度考核的科研平台，不含校级自建平台和临时性联合实验室。',
  '统计口径自2029年起调整，此前年份的数据已按新口径折算，个别指标因缺少基础资料未作折算，读者引用时请以当年公布的年度报告为准；折算办法见附录。',
]

/** How much there is of each: from … to. */
const USUAL = { columns: [2, 4], articles: [3, 5], parts: [1, 6] }
const SHORT = { columns: [2, 2], articles: [2, 3], parts: [2, 4] }

/** An issue of six to eighteen articles in two to four columns; a short one of four to six in two. */
export function makeIssue(stock, seed, { short = false } = {}) {
  const roll = dice(seed)
  const size = short ? SHORT : USUAL
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
    notes: roll() < 0.3 ? Object.fromEntries(['a', 'b', 'c'].slice(0, between(1, 3)).map((key) => [key, [{ text: one(NOTES) }]])) : {},
  })
  const body = () => {
    const blocks = []
    for (let parts = between(...size.parts); parts > 0; parts--) {
      if (roll() < 0.7) blocks.push(one(stock.headings))
      for (let count = between(1, 7); count > 0; count--) blocks.push(one(stock.paragraphs))
      if (roll() < 0.35) blocks.push(grown(one(stock.others)))
    }
    return blocks
  }
  /** A table in three is three times as long. */
  const grown = (block) => {
    if (block.kind !== 'table' || roll() > 0.33) return block
    const rows = block.rows.slice(block.headerRows)
    return { ...block, rows: [...block.rows, ...rows, ...rows] }
  }
  /** The notes of an article at paragraphs apart from each other. */
  const withNotes = (content) => {
    const places = content.blocks.flatMap((block, index) => (block.kind === 'paragraph' ? [index] : []))
    const marked = new Map(Object.keys(content.notes).map((key, n) => [places[n * 3], key]))
    const notes = Object.fromEntries([...marked].filter(([at]) => at !== undefined).map(([, key]) => [key, content.notes[key]]))
    const blocks = content.blocks.map((block, index) =>
      marked.has(index) ? { ...block, runs: block.runs.map((run, n) => (n === 0 ? { ...run, note: marked.get(index) } : run)) } : block,
    )
    return { ...content, blocks, notes }
  }
  const columns = Array.from({ length: between(...size.columns) }, (_, index) => ({
    name: ['政策文件', '院校资讯', '理论看点', '数据观察'][index],
    articles: Array.from({ length: between(...size.articles) }, (__, number) => withNotes(article(number))),
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

const KNOWN = [
  { file: 'planning-and-decision-2024-10', style: 'planning-and-decision' },
  { file: 'jsut-digest-2023-12', style: 'digest' },
]

/** The past bulletins beside the project, where they are: test input that is not part of it. */
export function bulletinsAtHand(root, { importBulletin }) {
  const folder = join(root, '..', 'shared', 'bulletins')
  return KNOWN.filter(({ file }) => existsSync(join(folder, `${file}.txt`))).map(({ file, style }) => {
    const { facts, columns } = importBulletin({ text: readFileSync(join(folder, `${file}.txt`), 'utf8'), name: `${file}.txt` })
    const articles = columns.map(({ name, articles: list }) => ({ name, articles: list.map((one) => one.content) }))
    return { name: file, style, issue: { ...facts, titleLines: [], columns: articles } }
  })
}
