/**
 * `node test/bench/search.mjs [--full] [--articles N] [--json]`: search over 10,000 made articles (100,000 with --full) in a database of their own:
 * how long an answer takes, and whether it holds all that a scan of the texts finds. Then near-duplicates: how long one look takes; and the list of articles with
 * what each is like.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../bin/build.js'
import { AIMS, DOERS, dice, fillArticles, MATTERS, madeArticle } from './made-articles.mjs'

ensureBuilt({ only: 'server' })
const server = '../../dist/apps/server/src'
const { startEmbedded } = await import(`${server}/platform/database/embedded/embedded-database.js`)
const { migrateUp } = await import(`${server}/platform/database/migrate.js`)
const { createDataSource } = await import(`${server}/platform/database/data-source.js`)
const { ArticleSearch } = await import(`${server}/articles/search/article-search.js`)
const { ArticleList } = await import(`${server}/articles/article-list.js`)
const { DuplicatesService } = await import(`${server}/articles/duplicates/duplicates.service.js`)
const { Likenesses } = await import(`${server}/articles/duplicates/likenesses.js`)
const { indexFacts } = await import(`${server}/articles/search/index-row.js`)
const { matchesQuery, searchQuery } = await import('#lib/ingest')
const { features } = await import(`${server}/features.js`)

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const full = process.argv.includes('--full')
const count = Number(option('articles') ?? (full ? 100_000 : 10_000))

/** Every tenth of the last five hundred is one that came in shortly before, with a sentence more: a desk where much comes twice. */
function written(number) {
  if (number < count - 500 || number % 10 !== 0) return madeArticle(number)
  const before = madeArticle(number - 10 * (1 + (number % 3)))
  return { ...before, blocks: [...before.blocks, { kind: 'paragraph', runs: [{ text: `第${number}次来稿，另加一句。` }] }] }
}

const folder = await mkdtemp(join(tmpdir(), 'bench-search-'))
const database = await startEmbedded(folder, { fsync: false, diesWithParent: true })
await migrateUp(database.url)
const dataSource = createDataSource({
  url: database.url,
  entities: features.entities,
  connections: 4,
  name: 'bench',
  onPoolError: () => {},
})
await dataSource.initialize()
try {
  const publication = await fill()
  const queries = madeQueries()
  const search = new ArticleSearch(dataSource)
  const asked = (query) => ({ query, tsquery: searchQuery(query).tsquery, visible: [publication], filters: {} })
  for (const query of queries) await search.find(asked(query), null, 20)
  const times = []
  for (const query of [...queries, ...queries, ...queries]) times.push(await timed(() => search.find(asked(query), null, 20)))
  const report = {
    articles: count,
    queries: queries.length,
    search: figures(times),
    ...(await recallOf(queries)),
    alike: await alike(),
    list: await lists(publication),
  }
  console.log(process.argv.includes('--json') ? JSON.stringify(report) : lines(report))
} finally {
  await dataSource.destroy()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

async function fill() {
  const publication = randomUUID()
  await dataSource.query(
    `INSERT INTO publications (id, name, style, numbering, columns, stages, editors, version) VALUES ($1, '江州高教参考', 'planning-and-decision', '{}', '[]', '[{},{},{}]', '[]', 1)`,
    [publication],
  )
  await fillArticles(database.url, publication, count, written)
  return publication
}

/** Words of two to four characters, phrases, two words, strings across word boundaries, one character, figures. */
function madeQueries() {
  const die = dice(42)
  const text = (number) =>
    madeArticle(number)
      .blocks.map((block) => block.runs[0].text)
      .join('\n')
  const cut = (length) =>
    Array.from({ length: 14 }, () =>
      text(die(count))
        .slice(die(300))
        .replace(/[^\p{Script=Han}].*$/su, '')
        .slice(0, length),
    ).filter((one) => one.length >= 2)
  const two = Array.from({ length: 10 }, () => `${MATTERS[die(MATTERS.length)].slice(0, 2)} ${AIMS[die(AIMS.length)].slice(0, 4)}`)
  return [
    ...new Set([
      ...cut(2),
      ...cut(3),
      ...cut(4),
      ...cut(8),
      ...two,
      ...MATTERS.slice(0, 8),
      ...DOERS.slice(0, 4),
      '教',
      '第123次',
      '4567人',
    ]),
  ]
}

/** What the index and the second look find, against a scan of the texts, in whole sets: every find of the scan, and nothing beyond it. */
async function recallOf(queries) {
  let [wanted, found, extra] = [0, 0, 0]
  for (const query of full ? queries.filter((_, index) => index % 8 === 0) : queries) {
    const conditions = query.split(' ').map((_, index) => `strpos(body, $${index + 1}) > 0`)
    const scan = new Set(
      (await dataSource.query(`SELECT article FROM article_index WHERE ${conditions.join(' AND ')}`, query.split(' '))).map(
        (row) => row.article,
      ),
    )
    const indexed = await dataSource.query('SELECT article FROM article_index WHERE words @@ $1::tsquery', [searchQuery(query).tsquery])
    const beyond = indexed.map((row) => row.article).filter((article) => !scan.has(article))
    const texts = await dataSource.query('SELECT body FROM article_index WHERE article = ANY($1::uuid[])', [beyond])
    wanted += scan.size
    found += indexed.length - beyond.length
    extra += texts.filter(({ body }) => matchesQuery(body, query)).length
  }
  return { recall: found / wanted, extra, compared: wanted }
}

/** How long it takes to look for texts like a new one, as every saving does: for the last five hundred of the desk. */
async function alike() {
  const likenesses = new Likenesses()
  const newest = await dataSource.query(
    'SELECT v.article, v.content FROM articles a JOIN article_versions v ON v.article = a.id ORDER BY a.created_at DESC, a.id DESC LIMIT 500',
  )
  const times = []
  for (const { article, content } of newest)
    times.push(await timed(() => dataSource.transaction((tx) => likenesses.find(tx, article, indexFacts(content)))))
  return figures(times)
}

/** Fifty articles of the desk with their badges, the first page and the next ones. */
async function lists(publication) {
  const list = new ArticleList(dataSource, new DuplicatesService(dataSource, new Likenesses()))
  const times = []
  for (let round = 0; round < 12; round += 1)
    for (let after, page = 0; page < 5; page += 1)
      times.push(
        await timed(async () => {
          after = (await list.ofPublication(publication, { limit: 50, ...(after === undefined ? {} : { after }) })).next
        }),
      )
  return figures(times)
}

async function timed(work) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function figures(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part) => Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1))
  return { p50: at(0.5), p95: at(0.95), most: at(1) }
}

function lines({ articles, queries, search, recall, extra, compared, alike: look, list }) {
  return `${articles} articles, ${queries} queries three times: p50 ${search.p50} ms, p95 ${search.p95} ms, longest ${search.most} ms
recall against a scan ${(recall * 100).toFixed(2)} % of ${compared}, beyond it ${extra}
texts like a new one: p50 ${look.p50} ms, p95 ${look.p95} ms
a list of fifty with what they are like: p50 ${list.p50} ms, p95 ${list.p95} ms`
}
