import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  type ArticleAnswer,
  articleAnswer,
  articleList,
  type IssueAnswer,
  issueAnswer,
  issueList,
  type PublicationAnswer,
  versionList,
} from '#lib/editorial'
import { figures, often } from '../../faults/points.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { typed } from './typed.js'
import { type Answer, good, refused } from './visitor.js'

let desk: Desk
let editor: Colleague
let reviewers: Colleague[] = []
let publication: PublicationAnswer

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor')
  reviewers = [await desk.person('r1'), await desk.person('r2'), await desk.person('r3')]
  publication = await desk.publication('并发通讯', { editor: [editor], releaser: [editor], reviewer: reviewers })
})
afterAll(() => desk.close())

const count = <Value>(values: readonly Value[], wanted: Value): number => values.filter((one) => one === wanted).length
const newArticle = async (title: string): Promise<ArticleAnswer> =>
  good(await editor.post(`/publications/${publication.id}/articles`, { content: article(title) }), articleAnswer, 201)
const newIssue = async (): Promise<IssueAnswer> =>
  good(await editor.post(`/publications/${publication.id}/issues`, { year: 2031 }), issueAnswer, 201)

async function filled(issue: IssueAnswer, articles: readonly ArticleAnswer[]): Promise<IssueAnswer> {
  const columns = [{ name: null, articles: articles.map(({ id, version }) => ({ article: id, version })) }]
  return good(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: issue.version }), issueAnswer)
}

/** A house that is too busy says so, and nothing was done: one asks again. */
async function patient(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask()
  if (answer.status !== 503) return answer
  await new Promise((resolve) => setTimeout(resolve, 500))
  return patient(ask)
}

/** How many write on one article at once, and how often each. */
const writers = often(20, 50)
const turns = often(5, 20)

/** How many requests are sent again, and how often each. */
const keys = often(8, 20)
const sent = often(5, 10)

describe('fifty at once', () => {
  it('get fifty different numbers without a gap', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => patient(() => editor.post(`/publications/${publication.id}/issues`, { year: 2030 }))),
    )
    const issues = answers.map((one) => good(one, issueAnswer, 201))
    const wanted = Array.from({ length: 50 }, (_, n) => n + 1)
    expect(issues.map((one) => one.number ?? 0).sort((a, b) => a - b)).toEqual(wanted)
    expect(issues.map((one) => one.totalNumber ?? 0).sort((a, b) => a - b)).toEqual(wanted)
  })
  it('who want the same number get it once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => editor.post(`/publications/${publication.id}/issues`, { year: 2040, number: 7, totalNumber: 700 })),
    )
    expect(
      count(
        answers.map((one) => one.status),
        201,
      ),
    ).toBe(1)
    expect(new Set(answers.filter((one) => one.status !== 201).map(refused))).toEqual(new Set(['409 issue/number-taken']))
  })
})

type HistoryPage = z.infer<typeof versionList>

/** Every version of an article, the newest first. */
async function historyOf(id: string): Promise<HistoryPage['items']> {
  const found: HistoryPage['items'] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: HistoryPage = good(
      await editor.get(`/articles/${id}/versions?limit=200${after === '' ? '' : `&after=${after}`}`),
      versionList,
    )
    found.push(...page.items)
    after = page.next
  }
  return found
}

describe('writers on one article', () => {
  it('lose nothing: each save is in the history or refused with both texts', async () => {
    const made = await newArticle('众人改一稿')
    let saved = 0
    const writer = async (name: number): Promise<Answer[]> => {
      const answers: Answer[] = []
      for (let turn = 0; turn < turns; turn += 1) {
        const now = good(await editor.get(`/articles/${made.id}`), articleAnswer)
        const answer = await editor.put(
          `/articles/${made.id}`,
          { content: article('众人改一稿', `第${name}人第${turn}次`) },
          { version: now.version },
        )
        if (answer.status === 200) saved += 1
        answers.push(answer)
      }
      return answers
    }
    const answers = (await Promise.all(Array.from({ length: writers }, (_, n) => writer(n)))).flat()
    const statuses = answers.map((one) => one.status)
    expect(count(statuses, 200) + count(statuses, 412)).toBe(writers * turns)
    figures('writers on one article', { writers, turns, saved, stale: count(statuses, 412) })
    const now = good(await editor.get(`/articles/${made.id}`), articleAnswer)
    expect(now.version).toBe(1 + saved)
    const history = await historyOf(made.id)
    expect(history.map((one) => one.version)).toEqual(Array.from({ length: now.version }, (_, n) => now.version - n))
    const acknowledged = answers.filter((one) => one.status === 200).map((one) => (one.body as ArticleAnswer).contentHash)
    expect(acknowledged.every((hash) => history.some((one) => one.contentHash === hash))).toBe(true)
    const stale = answers.find((one) => one.status === 412)?.body as { current: ArticleAnswer; base: ArticleAnswer } | undefined
    if (stale !== undefined)
      expect([articleAnswer.safeParse(stale.current).success, articleAnswer.safeParse(stale.base).success]).toEqual([true, true])
  })
  it('must say what they build on', async () => {
    const made = await newArticle('须有版本')
    const body = { content: article('须有版本') }
    expect(refused(await editor.put(`/articles/${made.id}`, body))).toBe('428 http/if-match-required')
    expect(refused(await editor.put(`/articles/${made.id}`, body, { headers: { 'if-match': '*' } }))).toBe('428 http/if-match-required')
    expect(refused(await editor.put(`/articles/${made.id}`, body, { headers: { 'if-match': 'W/"1"' } }))).toBe('412 http/stale')
    expect(refused(await editor.put(`/articles/${made.id}`, body, { headers: { 'if-match': 'one' } }))).toBe('400 http/if-match-malformed')
    expect(refused(await editor.put(`/articles/${made.id}`, body, { version: 9 }))).toBe('412 http/stale')
  })
})

describe('hands on one issue', () => {
  it('reorder it one after the other, and every version is a whole order', async () => {
    const articles = await Promise.all(['甲', '乙', '丙', '丁'].map(newArticle))
    const issue = await filled(await newIssue(), articles)
    const shuffle = async (n: number): Promise<number> => {
      const order = [...articles.slice(n % 4), ...articles.slice(0, n % 4)]
      const columns = [{ name: null, articles: order.map(({ id, version }) => ({ article: id, version })) }]
      return (await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: issue.version })).status
    }
    const hands = often(30, 50)
    const statuses = await Promise.all(Array.from({ length: hands }, (_, n) => shuffle(n)))
    figures('hands on one order', { hands, taken: count(statuses, 200), stale: count(statuses, 412) })
    expect([count(statuses, 200), count(statuses, 412)]).toEqual([1, hands - 1])
    const now = good(await editor.get(`/issues/${issue.id}`), issueAnswer)
    expect([now.version, now.articles]).toEqual([issue.version + 1, 4])
  })
  it('refuse an order that forgets, doubles or borrows', async () => {
    const [one, two, foreign] = await Promise.all(['一', '二', '外刊'].map(newArticle))
    const other = await desk.publication('别家通讯', { editor: [editor] })
    const theirs = good(await editor.post(`/publications/${other.id}/articles`, { content: article('别家') }), articleAnswer, 201)
    const issue = await filled(await newIssue(), [one as ArticleAnswer, two as ArticleAnswer])
    const attempt = async (...ids: ({ id: string; version: number } | undefined)[]): Promise<string> => {
      const columns = [{ name: null, articles: ids.map((each) => ({ article: each?.id, version: each?.version })) }]
      return refused(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: issue.version }))
    }
    expect(await attempt(one)).toBe('422 issue/arrangement-incomplete')
    expect(await attempt(one, two, two)).toBe('422 http/validation-failed')
    expect(await attempt(one, two, theirs)).toBe('422 issue/unknown-article')
    expect(await attempt(one, two, { ...(foreign as ArticleAnswer), version: 9 })).toBe('422 issue/unknown-article')
    const elsewhere = await filled(await newIssue(), [foreign as ArticleAnswer])
    expect(elsewhere.articles).toBe(1)
    expect(await attempt(one, two, foreign)).toBe('409 issue/article-elsewhere')
  })
  it('decide at the same moment: one stage, one approval', async () => {
    const issue = await filled(await newIssue(), [await typed(editor, publication.id, article('同时审'))])
    const { contentHash } = good(await editor.post(`/issues/${issue.id}/moves/submit`, {}), issueAnswer)
    const decide = () => (reviewers[0] as Colleague).post(`/issues/${issue.id}/moves/approve`, { contentHash })
    const answers = await Promise.all(Array.from({ length: 10 }, decide))
    expect(
      count(
        answers.map((one) => one.status),
        200,
      ),
    ).toBe(1)
    expect(good(await editor.get(`/issues/${issue.id}`), issueAnswer).stage).toBe(1)
  })
})

describe('a request sent again', () => {
  it('acts once and is answered alike', async () => {
    const articles = async (): Promise<number> =>
      Number((await desk.runtime.database.query<{ n: number }>('SELECT count(*) AS n FROM articles'))[0]?.n)
    const before = await articles()
    const send = (key: number) =>
      editor.post(
        `/publications/${publication.id}/articles`,
        { content: article(`重发${key}`) },
        { headers: { 'idempotency-key': `key-${key}` } },
      )
    const answers = await Promise.all(Array.from({ length: keys * sent }, (_, n) => patient(() => send(n % keys))))
    const ids = answers.map((one) => good(one, articleAnswer, 201).id)
    figures('sent again', { requests: answers.length, keys, effects: (await articles()) - before })
    expect(new Set(ids).size).toBe(keys)
    expect((await articles()) - before).toBe(keys)
    const other = await editor.post(
      `/publications/${publication.id}/articles`,
      { content: article('别的内容') },
      { headers: { 'idempotency-key': 'key-1' } },
    )
    expect(refused(other)).toBe('422 http/key-reused')
  })
})

describe('lists', () => {
  it('are whole while others add to them', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = good(
        await editor.get(`/publications/${publication.id}/issues?limit=7${after === '' ? '' : `&after=${after}`}`),
        issueList,
      )
      seen.push(...page.items.map((one) => one.id))
      after = page.next
      await newIssue()
      if (seen.length > 500) break
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(50)
  })
  it('find articles by words of their title, and those that stand nowhere yet', async () => {
    await newArticle('百分之五十%的_下划线')
    const found = async (query: string) =>
      good(await editor.get(`/publications/${publication.id}/articles?${query}`), articleList).items.map((one) => one.title)
    expect(await found(`title=${encodeURIComponent('%的_')}`)).toEqual(['百分之五十%的_下划线'])
    expect(await found(`title=${encodeURIComponent('同时审')}&unplaced=true`)).toEqual([])
    expect(await found(`title=${encodeURIComponent('同时审')}`)).toEqual(['同时审'])
  })
})
