/**
 * The house under load: `npm run bench:load`; with `--full` among 100,000 articles, for five minutes, with 500 renders; with `--soak` an hour of everyday work alone.
 * Prints the promises about load line by line.
 * A machine that does other things at the same time is slow in everything, so latencies are measured against those of /health/live in the same seconds.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { LoadHouse, pause } from './load-house.mjs'
import { fillArticles } from './made-articles.mjs'

const full = process.argv.includes('--full')
const soak = process.argv.includes('--soak')
const seconds = full ? 300 : 20
const renders = full ? 500 : 24

/** Words that make sentences nobody has written before: articles that are all alike would be told so, one by one. */
const words =
  '改革 教学 科研 学生 教师 学科 平台 评价 质量 课程 资源 治理 开放 合作 创新 人才 产业 区域 标准 体系 数字 安全 督导 实践 思政 就业 招生 实验 基地 团队'.split(
    ' ',
  )
let seed = 7
function chance(below) {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
function sentence() {
  return `${Array.from({ length: 12 }, () => words[chance(words.length)]).join('')}。`
}

const house = await LoadHouse.open()
const lines = []
const tell = (id, holds, promise, facts) => {
  lines.push(holds)
  console.log(`${id.padEnd(4)} ${holds ? 'holds  ' : 'BROKEN '} ${promise} ${JSON.stringify(facts)}`)
}

try {
  const desk = await furnish()
  if (full) await fillArticles(databaseUrl(), desk.publication.id, 100_000)
  if (soak) await everyday(desk)
  else await strained(desk)
} finally {
  await house.close()
}
console.log(`\n${lines.length} promises, ${lines.filter((holds) => !holds).length} broken${full ? ', large counts' : ''}`)
process.exitCode = lines.every(Boolean) ? 0 : 1

async function strained(desk) {
  const quiet = await probe(full ? 20 : 6)
  const calm = house.memory()
  await mixed(desk)
  await queueUp(desk, quiet, calm)
  await connections()
}

/** A publication with editors, a few dozen articles, and an issue for each editor. */
async function furnish() {
  const administrator = await house.administrator()
  const editors = []
  for (let n = 0; n < Math.ceil(renders / 12); n += 1) editors.push(await administrator.colleague(`editor${n}`))
  const publication = await administrator.ask('POST', '/publications', {
    name: '江州高教参考',
    publisher: '江州大学发展规划部',
    style: 'planning-and-decision',
    columns: ['政策文件'],
  })
  for (const { id } of editors) await administrator.ask('PUT', `/publications/${publication.id}/members/${id}`, { roles: ['editor'] })
  const articles = []
  for (let n = 0; n < 40; n += 1)
    articles.push(await editors[0].ask('POST', `/publications/${publication.id}/articles`, { content: article(n) }))
  return { editors, publication, articles }
}

function article(n) {
  const paragraph = () => ({ kind: 'paragraph', runs: [{ text: Array.from({ length: 6 }, sentence).join('') }] })
  const nothing = { subtitle: null, author: null, url: null, documentNumber: null, documentDate: null, notes: {} }
  return {
    title: `关于第${n}项改革的通知`,
    source: '江州教育',
    sourceDate: '2024-09-21',
    blocks: [paragraph(), paragraph(), paragraph()],
    ...nothing,
  }
}

/** The p99 of a route nobody can make slow but the machine. */
async function probe(duration) {
  const result = await autocannon({ url: `${house.base}/health/live`, connections: 2, overallRate: 40, duration })
  return result.latency.p99
}

/** P22: twenty requests a second and a render every twenty seconds for an hour; after a quarter of it nothing may grow any more. */
async function everyday({ editors: [editor], publication, articles }) {
  const hour = Number(process.env.SOAK_SECONDS ?? 3600)
  const samples = []
  let over = false
  const began = performance.now()
  const watching = (async () => {
    for (let n = 5000; !over; n += 1) {
      await printOne(editor, publication, n).catch(() => {})
      samples.push({ at: (performance.now() - began) / 3_600_000, ...house.held() })
      await pause(20_000)
    }
  })()
  const load = await autocannon({
    url: house.base,
    connections: 4,
    overallRate: 20,
    duration: hour,
    requests: requestsOf(editor, publication, articles),
    headers: editor.headers,
  })
  over = true
  await watching
  const settled = samples.filter(({ at }) => at > hour / 3600 / 4)
  const facts = { requests: load.requests.total, errors: load.errors + load.timeouts, non2xx: load.non2xx, renders: samples.length }
  for (const name of Object.keys(settled[0] ?? {})) {
    if (name === 'at') continue
    const values = settled.map((one) => one[name])
    facts[name] = {
      from: values[0],
      to: values.at(-1),
      perHour: Number(
        slope(
          settled.map(({ at }) => at),
          values,
        ).toFixed(1),
      ),
    }
  }
  const growth = ['apiMb', 'workerMb'].every((name) => facts[name].perHour <= 3)
  const flat = ['apiFiles', 'workerFiles'].every((name) => Math.abs(facts[name].to - facts[name].from) <= 4)
  tell('P22', facts.errors === 0 && facts.non2xx === 0 && growth && flat, 'No slow death', facts)
}

/** Least squares: how much a value grows in the unit of the first. */
function slope(xs, ys) {
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length
  const [x, y] = [mean(xs), mean(ys)]
  return xs.reduce((sum, one, at) => sum + (one - x) * (ys[at] - y), 0) / xs.reduce((sum, one) => sum + (one - x) ** 2, 0)
}

/** P23: reading and writing at fifty a second while an issue is printed again and again. */
async function mixed({ editors: [editor], publication, articles }) {
  let over = false
  const printing = (async () => {
    for (let n = 1000; !over; n += 1) {
      await printOne(editor, publication, n).catch(() => {})
      await pause(2000)
    }
  })()
  const requests = requestsOf(editor, publication, articles)
  const [load, live] = await Promise.all([
    autocannon({ url: house.base, connections: 10, overallRate: 50, duration: seconds, requests, headers: editor.headers }),
    autocannon({ url: `${house.base}/health/live`, connections: 1, overallRate: 20, duration: seconds }),
  ])
  over = true
  await printing
  const facts = {
    requests: load.requests.total,
    errors: load.errors + load.timeouts,
    non2xx: load.non2xx,
    p99: load.latency.p99,
    liveP99: live.latency.p99,
  }
  const quick = facts.p99 <= Math.max(500, 4 * facts.liveP99)
  tell('P23', facts.errors === 0 && facts.non2xx === 0 && quick, 'Fast enough while printing', facts)
}

/** Of ten requests, eight read and two write. */
function requestsOf(editor, publication, articles) {
  const read = (path) => ({ method: 'GET', path: `/api/v1${path}` })
  const typed = { ...editor.headers, 'content-type': 'application/json' }
  const path = `/api/v1/publications/${publication.id}/articles`
  const write = (n) => ({
    method: 'POST',
    path,
    headers: typed,
    setupRequest: (request) => ({ ...request, body: JSON.stringify({ content: article(n) }) }),
  })
  return [
    read(`/publications/${publication.id}/articles?limit=50`),
    read(`/publications/${publication.id}/issues`),
    ...articles.slice(0, 6).map(({ id }) => read(`/articles/${id}`)),
    write(7),
    write(8),
  ]
}

/** An issue of one new article, wished for. */
async function printOne(editor, publication, number) {
  const { id, version } = await editor.ask('POST', `/publications/${publication.id}/articles`, { content: article(number) })
  const asked = { year: 2024, number, totalNumber: number, date: '2024-10-08' }
  const issue = await editor.ask('POST', `/publications/${publication.id}/issues`, asked)
  const columns = issue.columns.map(({ name }, at) => ({ name, articles: at === 0 ? [{ article: id, version }] : [] }))
  await editor.ask('PUT', `/issues/${issue.id}/arrangement`, { columns, removed: [] }, issue.version)
  return editor.ask('POST', `/issues/${issue.id}/renders`, { purpose: 'draft' })
}

/** P16: many wishes at once; a person beyond twenty is told to wait; the desk answers meanwhile; all are fulfilled. */
async function queueUp({ editors, publication }, quiet, calm) {
  const wished = []
  for (let n = 0; n < renders; n += 1) {
    const made = await printOne(editors[n % editors.length], publication, n + 1).catch((error) => ({
      status: error.status,
    }))
    wished.push(made)
  }
  const busy = await probe(full ? 30 : 6)
  const began = performance.now()
  let waiting = wished.filter(({ id }) => id !== undefined)
  while (waiting.length > 0 && performance.now() - began < 20 * 60_000) {
    const states = await Promise.all(waiting.map(({ id }) => editors[0].ask('GET', `/renders/${id}`)))
    waiting = states.filter(({ state }) => state === 'queued' || state === 'running')
    await pause(500)
  }
  const refused = wished.filter(({ status }) => status !== undefined)
  const grown = house.memory().api - calm.api
  const facts = {
    renders,
    refused: refused.map(({ status }) => status),
    unfinished: waiting.length,
    quietP99: quiet,
    busyP99: busy,
    apiGrownMb: grown,
  }
  const polite = refused.every(({ status }) => status === 429)
  tell('P16', waiting.length === 0 && polite && busy <= Math.max(500, 3 * quiet) && grown <= 150, 'Overload bends', facts)
}

/** P29: what all programs together hold open. */
async function connections() {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend'`)
  await client.end()
  tell('P29', rows[0].n <= 40, 'Connections are budgeted', { connections: rows[0].n })
}

function databaseUrl() {
  const secret = readFileSync(join(house.dataDir, 'postgres-password'), 'utf8').trim()
  const port = readFileSync(join(house.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://bianyin:${secret}@127.0.0.1:${port}/postgres`
}
