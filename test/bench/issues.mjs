/** The issue every maker is given: the bulletin of 57,000 characters where it is at hand, else one made to its size; others of the same size, and one ten times as long. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bulletinsAtHand, makeIssue, readStock } from '../../scripts/made-issues.mjs'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const door = (room) => import(join(root, 'dist', 'libs', room, 'src', 'index.js'))

/** Han of the issue the targets of the house were set for. */
const WANTED = 50_000

const textsOf = (issue) => issue.columns.flatMap(({ articles }) => articles.flatMap(({ blocks }) => blocks.flatMap(runsOf)))
const runsOf = (block) => (block.runs ?? block.paragraphs?.flat() ?? block.items?.flatMap((item) => item.runs) ?? []).map((run) => run.text)
export const hanIn = (issue) =>
  textsOf(issue)
    .join('')
    .replace(/[^\u4e00-\u9fff]/g, '').length

/** Reads or makes the issue, and says where it comes from. */
export async function readIssue() {
  const ingest = await door('ingest')
  const [known] = bulletinsAtHand(root, ingest)
  if (known !== undefined) return { name: known.name, issue: known.issue }
  const stock = readStock(root, ingest)
  const columns = []
  let issue = makeIssue(stock, 1)
  for (let seed = 1; hanIn({ columns }) < WANTED; seed++) {
    issue = makeIssue(stock, seed)
    columns.push(...issue.columns.map((column) => ({ ...column, articles: column.articles.map(withoutPictures) })))
  }
  return { name: 'made', issue: { ...issue, columns } }
}

const withoutPictures = (article) => ({ ...article, blocks: article.blocks.filter((block) => block.kind !== 'figure') })

/** Another issue of the same size: every paragraph begins `step` characters later, so that nothing is remembered from the one before. */
export function turned(issue, step) {
  const turn = (text) => (text.length <= step + 2 ? text : text.slice(step) + text.slice(0, step))
  const blocks = (list) =>
    list.map((block) =>
      block.kind === 'paragraph' ? { ...block, runs: block.runs.map((run) => ({ ...run, text: turn(run.text) })) } : block,
    )
  const articles = (list) => list.map((article) => ({ ...article, blocks: blocks(article.blocks) }))
  return { ...issue, columns: issue.columns.map((column) => ({ ...column, articles: articles(column.articles) })) }
}

/** The issue with one paragraph of one article in the middle changed. */
export function touched(issue, step) {
  const columns = issue.columns.map((column, index) =>
    index > 0 ? column : { ...column, articles: column.articles.map((article, n) => (n > 0 ? article : turnedArticle(article, step))) },
  )
  return { ...issue, columns }
}

const turnedArticle = (article, step) => turned({ columns: [{ articles: [article] }] }, step).columns[0].articles[0]

/** The issue ten times over, every time in other words. */
export const tenfold = (issue) => ({ ...issue, columns: Array.from({ length: 10 }, (_, step) => turned(issue, step).columns).flat() })

export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
