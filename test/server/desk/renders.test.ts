import { rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type CollectedAnswer,
  editionAnswer,
  type IssueAnswer,
  issueAnswer,
  type PublicationAnswer,
  type RenderAnswer,
  renderAnswer,
} from '#lib/editorial'
import { Press } from '../../../apps/server/src/editions/press.js'
import { RenderClaims } from '../../../apps/server/src/editions/render-claims.js'
import { RenderFinish } from '../../../apps/server/src/editions/render-finish.js'
import { RenderWork } from '../../../apps/server/src/editions/render-work.js'
import { Reconcilers } from '../../../apps/server/src/platform/reconcile/reconcilers.js'
import { often } from '../../faults/points.js'
import { png } from '../../small-png.js'
import { until } from '../platform/worker-for-test.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { typed } from './typed.js'
import { good, refused } from './visitor.js'

let desk: Desk
let editor: Colleague
let reviewers: Colleague[] = []
let publication: PublicationAnswer

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor')
  reviewers = [await desk.person('r1'), await desk.person('r2'), await desk.person('r3')]
  publication = await desk.publication('印务通讯', { editor: [editor], releaser: [editor], reviewer: reviewers })
})
afterAll(() => desk.close())

const press = <T>(token: abstract new (...given: never[]) => T): T => desk.app.get(token as never, { strict: false })
const one = async (issue: IssueAnswer): Promise<IssueAnswer> => good(await editor.get(`/issues/${issue.id}`), issueAnswer)
const move = async (who: Colleague, issue: IssueAnswer, name: string): Promise<IssueAnswer> =>
  good(
    await who.post(`/issues/${issue.id}/moves/${name}`, { contentHash: (await one(issue)).contentHash ?? undefined, reason: '核对' }),
    issueAnswer,
  )
const render = async (id: string): Promise<RenderAnswer> => good(await editor.get(`/renders/${id}`), renderAnswer)
const ask = async (issue: IssueAnswer, purpose = 'draft'): Promise<RenderAnswer> =>
  good(await editor.post(`/issues/${issue.id}/renders`, { purpose }), renderAnswer, 202)
const over = async (id: string): Promise<RenderAnswer> => {
  await until(async () => !['queued', 'running'].includes((await render(id)).state), 60_000)
  return render(id)
}

async function newIssue(body = '正文一段。'): Promise<IssueAnswer> {
  const made = await typed(editor, publication.id, article('稿件一篇', body))
  const issue = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
  const columns = [{ name: null, articles: [{ article: made.id, version: 1 }] }]
  return good(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
}

async function approved(body?: string): Promise<IssueAnswer> {
  const issue = await newIssue(body)
  await move(editor, issue, 'submit')
  for (const reviewer of reviewers) await move(reviewer, issue, 'approve')
  return one(issue)
}

describe('without a worker', () => {
  it('the same content twice is the same render, and waits', async () => {
    const issue = await newIssue()
    const [first, second] = [await ask(issue), await ask(issue)]
    expect([first.id, first.state]).toEqual([second.id, 'queued'])
    expect(
      refused(
        await editor.post(
          `/issues/${good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201).id}/renders`,
          { purpose: 'draft' },
        ),
      ),
    ).toBe('409 issue/no-articles')
  })

  it('a cancelled render is over, and asked for again it waits anew', async () => {
    const issue = await newIssue()
    const asked = await ask(issue)
    expect(good(await editor.post(`/renders/${asked.id}/cancel`), renderAnswer)).toMatchObject({
      state: 'cancelled',
      error: { code: 'render/cancelled', message: '任务已取消。' },
    })
    expect(refused(await editor.post(`/renders/${asked.id}/cancel`))).toBe('409 render/not-running')
    expect(await ask(issue)).toMatchObject({ id: asked.id, state: 'queued', error: null })
  })

  it.each(Array.from({ length: often(1, 100) }, (_, n) => n + 1))('a late worker that was overtaken changes nothing (%i)', async (n) => {
    const asked = await ask(await newIssue(`被接手的第${n}期。`))
    await desk.runtime.database.query('UPDATE renders SET requested_by = NULL')
    const claims = press(RenderClaims)
    const late = await claims.claim(asked.id)
    const result = await press(Press).print(late?.render as never, () => {}, new AbortController().signal)
    const successor = await claims.claim(asked.id)
    expect(successor?.token).toBe((late?.token ?? 0) + 1)
    expect(await claims.beat(late as never, {})).toBe(false)
    await press(RenderFinish).finish(late as never, result)
    await claims.fail(late as never, 'render/failed', { number: 'X' })
    expect(await render(asked.id)).toMatchObject({ state: 'running', edition: null, error: null })
    await press(RenderFinish).finish(successor as never, result)
    expect((await render(asked.id)).state).toBe('done')
    await press(RenderFinish).finish(successor as never, result)
    const [row] = await desk.runtime.database.query<{ n: string }>('SELECT count(*) AS n FROM editions WHERE issue = $1', [asked.issue])
    expect(row?.n).toBe('1')
  })

  it('a withdrawal while it prints: the result is dropped, and the same content approved again is printed anew', async () => {
    const issue = await approved('印刷途中撤回。')
    const asked = await ask(issue, 'release')
    const claim = await press(RenderClaims).claim(asked.id)
    const result = await press(Press).print(claim?.render as never, () => {}, new AbortController().signal)
    await move(reviewers[2] as Colleague, issue, 'withdraw')
    await press(RenderFinish).finish(claim as never, result)
    expect(await render(asked.id)).toMatchObject({ state: 'cancelled', error: { code: 'render/overtaken' } })
    expect((await one(issue)).state).toBe('in-review')
    await move(reviewers[2] as Colleague, issue, 'approve')
    expect(await ask(issue, 'release')).toMatchObject({ id: asked.id, state: 'queued' })
  })

  it('another content approved while the old one prints: the old result is dropped', async () => {
    const issue = await approved('先批准的内容。')
    const asked = await ask(issue, 'release')
    const claim = await press(RenderClaims).claim(asked.id)
    const result = await press(Press).print(claim?.render as never, () => {}, new AbortController().signal)
    good(await editor.patch(`/issues/${issue.id}`, { contact: '内线 2' }, { version: (await one(issue)).version }), issueAnswer)
    await move(editor, issue, 'submit')
    for (const reviewer of reviewers) await move(reviewer, issue, 'approve')
    await press(RenderFinish).finish(claim as never, result)
    expect(await render(asked.id)).toMatchObject({ state: 'cancelled', edition: null, error: { code: 'render/overtaken' } })
    expect((await one(issue)).state).toBe('approved')
  })

  it('what the queue lost is rung again', async () => {
    const asked = await ask(await newIssue('队列丢了。'))
    await desk.runtime.database.query('DELETE FROM outbox')
    await desk.runtime.database.query(`UPDATE renders SET beat_at = now() - interval '1 minute' WHERE id = $1`, [asked.id])
    expect(await press(Reconcilers).runAll()).toBeGreaterThan(0)
    const rows = await desk.runtime.database.query<{ payload: { render: string } }>('SELECT payload FROM outbox')
    expect(rows.map((row) => row.payload.render)).toContain(asked.id)
  })

  it('when the storage is full it waits, says so, and is rung again once there is room', async () => {
    const asked = await ask(await newIssue('存储已满。'))
    const { files, database } = desk.runtime
    const put = vi.spyOn(files, 'put').mockRejectedValue(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    const room = vi.spyOn(files, 'room').mockResolvedValue(4096)
    const rung = async (): Promise<boolean> => {
      await database.query('DELETE FROM outbox')
      await database.query(`UPDATE renders SET beat_at = now() - interval '1 minute' WHERE id = $1`, [asked.id])
      await press(Reconcilers).runAll()
      return (await database.query(`SELECT FROM outbox WHERE payload ->> 'render' = $1`, [asked.id])).length > 0
    }
    await press(RenderWork).run({ payload: { render: asked.id }, signal: new AbortController().signal } as never)
    expect(await render(asked.id)).toMatchObject({ state: 'queued', error: { code: 'render/storage-full' } })
    expect(await rung()).toBe(false)
    room.mockResolvedValue(1024 ** 3)
    expect(await rung()).toBe(true)
    put.mockRestore()
    room.mockRestore()
    await press(RenderWork).run({ payload: { render: asked.id }, signal: new AbortController().signal } as never)
    expect(await render(asked.id)).toMatchObject({ state: 'done', attempt: 2, error: null })
  })

  it('one person has at most twenty waiting', async () => {
    const eager = await desk.person('eager')
    const { id } = await desk.publication('急件', { editor: [eager] })
    const statuses: number[] = []
    for (let n = 0; n < 21; n += 1) {
      const made = (await eager.post(`/publications/${id}/articles`, { content: article(`急件${n}`) })).body as { id: string }
      const issue = good(await eager.post(`/publications/${id}/issues`, { year: 2024 }), issueAnswer, 201)
      await eager.put(
        `/issues/${issue.id}/arrangement`,
        { columns: [{ name: null, articles: [{ article: made.id, version: 1 }] }] },
        { version: 1 },
      )
      statuses.push((await eager.post(`/issues/${issue.id}/renders`, { purpose: 'draft' })).status)
    }
    expect(statuses).toEqual([...Array<number>(20).fill(202), 429])
  })
})

describe('with a worker', () => {
  beforeAll(async () => {
    await desk.runtime.database.query(`UPDATE renders SET state = 'cancelled', finished_at = now() WHERE state IN ('queued', 'running')`)
    await desk.work()
  })

  it('a character no face has is a box in a draft and a refusal in print', async () => {
    const body = '罕见字\u{1f9ff}在此。'
    const issue = await approved(body)
    const draft = await over((await ask(issue)).id)
    expect(draft.state).toBe('done')
    expect(good(await editor.get(`/editions/${draft.edition}`), editionAnswer).warnings.map((warning) => warning.code)).toContain(
      'typeset/missing-glyph',
    )
    const release = await over((await ask(issue, 'release')).id)
    expect(release).toMatchObject({ state: 'failed', attempt: 1, error: { code: 'edition/missing-glyphs' } })
    expect(release.error?.message).toContain('\u{1f9ff}')
    expect((await one(issue)).state).toBe('approved')
  })

  it('a fault is tried three times, then told in plain words with a number', async () => {
    const picture = `data:image/png;base64,${Buffer.from(
      png(2, 2, 8, 0, [
        [0, 0, 255],
        [0, 255, 0],
      ]),
    ).toString('base64')}`
    const pasted = await editor.post(`/publications/${publication.id}/sources/text`, {
      kind: 'markdown',
      text: `# 图片损坏\n\n见图。\n\n![图](${picture} "图 1　损坏")\n`,
    })
    const { articles } = pasted.body as CollectedAnswer
    const figure = articles[0]?.content.blocks.find((block) => block.kind === 'figure')
    const issue = good(await editor.post(`/publications/${publication.id}/issues`, { year: 2024 }), issueAnswer, 201)
    const columns = [{ name: null, articles: [{ article: articles[0]?.id, version: 1 }] }]
    good(await editor.put(`/issues/${issue.id}/arrangement`, { columns }, { version: 1 }), issueAnswer)
    await writeFile(desk.runtime.files.path(figure?.kind === 'figure' ? figure.image.sha256 : ''), 'no picture')
    const ended = await over((await ask(issue)).id)
    expect([ended.state, ended.attempt]).toEqual(['failed', 3])
    expect(ended.error?.message).toMatch(/^生成失败（编号 [0-9A-F]{4}）/)
  })

  it('a damaged file is never sent', async () => {
    const done = await over((await ask(await newIssue('文件已损坏。'))).id)
    const edition = good(await editor.get(`/editions/${done.edition}`), editionAnswer)
    const pdf = edition.files.find((file) => file.format === 'pdf')
    await writeFile(desk.runtime.files.path(pdf?.sha256 ?? ''), 'not what it was')
    const answer = await editor.get(`/editions/${edition.id}/files/pdf`)
    expect(refused(answer)).toBe('500 http/integrity-error')
    await rm(desk.runtime.files.path(pdf?.sha256 ?? ''))
    expect(refused(await editor.get(`/editions/${edition.id}/files/pdf`))).toBe('500 http/integrity-error')
  })
})
