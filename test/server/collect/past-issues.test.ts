import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  articleAnswer,
  duplicateList,
  importedAnswer,
  type PastBatchAnswer,
  type PublicationAnswer,
  pastBatchAnswer,
  pastBatchPage,
  pastIssueAnswer,
  pastIssuePage,
  pastIssueWhole,
  repairsAnswer,
  searchPage,
  versionList,
} from '#lib/editorial'
import { damaged, WITHOUT_CONTENTS } from '../../../libs/ingest/testing/bulletins.js'
import { type Colleague, type Desk, openDesk } from '../desk/desk.js'
import { good, refused } from '../desk/visitor.js'
import { added } from './printed.js'

let desk: Desk
let editor: Colleague
let outsider: Colleague
let publication: PublicationAnswer
let batch: PastBatchAnswer

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor')
  outsider = await desk.person('outsider')
  publication = await desk.publication('高教参考', { editor: [editor] })
  batch = good(await editor.post(`/publications/${publication.id}/past-batches`, { name: '历年合订本' }), pastBatchAnswer, 201)
})
afterAll(() => desk.close())

/** The same bulletin under another number. */
const bulletin = (number: number): string => WITHOUT_CONTENTS.replace(/第2期/g, `第${number}期`)
const send = async (name: string, bytes: Uint8Array | string) =>
  good(await editor.upload(`/past-batches/${batch.id}/issues`, name, bytes), pastIssueAnswer, 202)
const read = async (): Promise<PastBatchAnswer> => good(await editor.get(`/past-batches/${batch.id}`), pastBatchAnswer)
const issues = async () => good(await editor.get(`/past-batches/${batch.id}/issues`), pastIssuePage).items

it('takes its files one by one, each once, before anybody works on them', async () => {
  for (const number of [2, 3, 4]) await send(`第${number}期.txt`, bulletin(number))
  await send('坏的.pdf', '%PDF-1.7 broken')
  const again = await send('又一次.txt', bulletin(3))
  expect([again.file, again.state]).toEqual(['第3期.txt', 'queued'])
  expect(await read()).toMatchObject({ files: 4, queued: 4, done: 0 })
  expect(refused(await outsider.get(`/past-batches/${batch.id}`))).toBe('404 past/missing')
  expect(refused(await outsider.upload(`/past-batches/${batch.id}/issues`, 'a.txt', bulletin(9)))).toBe('404 past/missing')
})

it('and goes on when the worker is there: articles, doubts and a sentence for what could not be read', async () => {
  await desk.work()
  while ((await read()).queued + (await read()).running > 0) await sleep(150)
  expect(await read()).toMatchObject({ files: 4, done: 3, failed: 1, articles: 9 })
  const all = await issues()
  expect(all.map((one) => [one.name, one.articles, one.state])).toEqual([
    ['2025年第2期', 3, 'done'],
    ['2025年第3期', 3, 'done'],
    ['2025年第4期', 3, 'done'],
    [null, 0, 'failed'],
  ])
  expect(all[3]?.error?.code).toMatch(/^ingest\//)
  const [first] = all
  const { imported } = good(await editor.get(`/past-issues/${first?.id}`), pastIssueWhole)
  expect(imported?.columns.map((column) => [column.name, column.articles.length])).toEqual([
    ['政策文件', 1],
    ['院校资讯', 2],
  ])
  expect(good(await editor.get(`/publications/${publication.id}/past-batches`), pastBatchPage).items).toHaveLength(1)
})

it('is looked at and confirmed, once it is done', async () => {
  const [first, , , broken] = await issues()
  const confirmed = good(await editor.post(`/past-issues/${first?.id}/confirm`), pastIssueAnswer)
  expect(confirmed.confirmedBy?.name).toBe('editor')
  expect(refused(await editor.post(`/past-issues/${broken?.id}/confirm`))).toBe('409 past/not-done')
  expect(refused(await editor.post(`/past-issues/${first?.id}/retry`))).toBe('409 past/not-failed')
  expect(good(await editor.post(`/past-issues/${broken?.id}/retry`), pastIssueAnswer, 202).state).toBe('queued')
})

it('what stood in a past issue is known when it comes again', async () => {
  const [first] = await issues()
  const { imported } = good(await editor.get(`/past-issues/${first?.id}`), pastIssueWhole)
  const old = good(await editor.get(`/articles/${imported?.columns[1]?.articles[0]?.article}`), articleAnswer)
  const again = await added(editor, publication, { ...old.content, title: '图书馆改造记' })
  const [duplicate] = good(await editor.get(`/articles/${again.id}/duplicates`), duplicateList).items
  expect(duplicate?.message).toMatch(/^已在2025年第[234]期用过$/)
})

it('paragraphs of one that was brought in by itself count as used, as those of a batch do', async () => {
  const text = bulletin(7).replaceAll('图书馆', '档案馆')
  const { columns } = good(await editor.upload(`/publications/${publication.id}/sources/bulletin`, '第7期.txt', text), importedAnswer, 201)
  const old = good(await editor.get(`/articles/${columns[1]?.articles[0]?.article}`), articleAnswer)
  const paragraph = old.content.blocks.find((block) => block.kind === 'paragraph')
  const own = '本周各单位围绕年度任务开展自查，梳理短板弱项，提出整改措施，明确完成时限和责任人员，形成清单逐项销号。'
  const blocks = [...Array.from({ length: 6 }, (_, at) => ({ kind: 'paragraph' as const, runs: [{ text: `${own}其${at}。` }] })), paragraph]
  const again = await added(editor, publication, { ...old.content, title: '自查情况', blocks: blocks.flatMap((one) => one ?? []) })
  const { items } = good(await editor.get(`/articles/${again.id}/duplicates`), duplicateList)
  expect(items.map((one) => one.message)).toContain('有1段已在2025年第7期用过')
})

it('the lists go on after what they ended with, and after nothing that is no id', async () => {
  const path = `/past-batches/${batch.id}/issues?limit=2`
  const first = good(await editor.get(path), pastIssuePage)
  const second = good(await editor.get(`${path}&after=${first.next}`), pastIssuePage)
  expect([...first.items, ...second.items].map((one) => one.id)).toEqual((await issues()).slice(0, 4).map((one) => one.id))
  for (const list of ['snapshots', 'fetches', 'finds', 'past-batches'])
    expect((await editor.get(`/publications/${publication.id}/${list}?after=no-id`)).body).toEqual({ items: [], next: null })
})

describe('a damaged past issue', () => {
  const { text, map } = damaged(24, 3, 'common')
  const repairs = [...map].map(([standsFor, printed]) => ({ printed, standsFor }))
  let id = ''
  const whole = async () => good(await editor.get(`/past-issues/${id}`), pastIssueWhole)
  const asked = async () => good(await editor.get(`/past-issues/${id}/repairs`), repairsAnswer)
  const settled = async () => {
    while ((await read()).queued + (await read()).running > 0) await sleep(100)
  }

  it('shows its suspected characters in their words', async () => {
    id = (await send('第7期.txt', text)).id
    await settled()
    const { concordance, repairs: confirmed, repaired } = await asked()
    expect((await whole()).pastIssue.damaged).toBe(true)
    expect(concordance.length).toBeGreaterThan(3)
    expect(concordance[0]?.uses[0]?.printed).toContain(concordance[0]?.printed)
    expect([confirmed, repaired]).toEqual([[], []])
    expect(refused(await outsider.get(`/past-issues/${id}/repairs`))).toBe('404 past/missing')
    expect(refused(await outsider.put(`/past-issues/${id}/repairs`, { repairs }))).toBe('404 past/missing')
  })

  it('is read anew with what is confirmed: a new version of each article, none twice, an edited one left alone and named', async () => {
    const before = (await whole()).imported?.columns.flatMap((column) => column.articles) ?? []
    const [mine] = before
    const old = good(await editor.get(`/articles/${mine?.article}`), articleAnswer)
    await editor.put(`/articles/${mine?.article}`, { content: { ...old.content, title: '我改过的标题' } }, { version: 1 })
    expect(good(await editor.put(`/past-issues/${id}/repairs`, { repairs }), pastIssueAnswer, 202).state).toBe('queued')
    await settled()
    const { pastIssue, imported } = await whole()
    const after = imported?.columns.flatMap((column) => column.articles) ?? []
    expect(after.map((one) => one.article)).toEqual(before.map((one) => one.article))
    expect([pastIssue.damaged, pastIssue.state]).toEqual([false, 'done'])
    expect(imported?.doubts[0]?.code).toBe('past/edited-since')
    expect(good(await editor.get(`/articles/${mine?.article}`), articleAnswer).content.title).toBe('我改过的标题')
    const versions = good(await editor.get(`/articles/${after[1]?.article}/versions`), versionList).items
    expect(versions.map((one) => [one.version, one.note])).toEqual([
      [2, '往期校字'],
      [1, null],
    ])
    const made = await asked()
    expect([made.repairs, made.remembered]).toEqual([repairs, []])
    expect(made.repaired.length).toBe(repairs.length)
  })

  it('and what was confirmed is proposed for the next one', async () => {
    const [other] = await issues()
    const { remembered } = good(await editor.get(`/past-issues/${other?.id}/repairs`), repairsAnswer)
    expect(remembered).toHaveLength(repairs.length)
    const [, , , broken] = await issues()
    expect(refused(await editor.put(`/past-issues/${broken?.id}/repairs`, { repairs }))).toBe('409 past/not-done')
  })
})

it('a bulletin brought in by itself stands among the past issues as well', async () => {
  const imported = good(
    await editor.upload(`/publications/${publication.id}/sources/bulletin`, '第11期.txt', bulletin(11)),
    importedAnswer,
    201,
  )
  const { pastIssue } = good(await editor.get(`/past-issues/${imported.pastIssue}`), pastIssueWhole)
  expect(pastIssue).toMatchObject({ batch: null, name: '2025年第11期', articles: 3, state: 'done' })
  const { items } = good(await editor.get(`/search?q=${encodeURIComponent('产教融合')}`), searchPage)
  expect(items.map((hit) => hit.kind === 'article' && hit.issueName)).toContain('2025年第11期')
})

it('takes a file while another of its batch is being written', async () => {
  await desk.runtime.dataSource.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM past_batches WHERE id = $1 FOR KEY SHARE', [batch.id])
    expect((await send('第12期.txt', bulletin(12))).state).toBe('queued')
  })
})
