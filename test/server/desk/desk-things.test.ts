import { afterAll, beforeAll, expect, it } from 'vitest'
import { articleAnswer, auditList, blockText, imageRefShape, type PublicationAnswer, tidyAnswer } from '#lib/editorial'
import { KeptFiles } from '../../../apps/server/src/editions/kept-files.js'
import { openApiOf } from '../../../apps/server/src/platform/http/openapi.js'
import { png } from '../../small-png.js'
import { type Colleague, type Desk, openDesk } from './desk.js'
import { article } from './example-articles.js'
import { good, refused } from './visitor.js'

let desk: Desk
let editor: Colleague
let keeper: Colleague
let publication: PublicationAnswer

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', '林编辑')
  keeper = await desk.person('keeper')
  publication = await desk.publication('杂项通讯', { editor: [editor], administrator: [keeper] })
})
afterAll(() => desk.close())

const dot = png(2, 2, 8, 0, [
  [0, 0, 255],
  [0, 255, 0],
])

it('a picture is shown only in articles of the publication that has it, at its own size', async () => {
  const image = good(await editor.upload(`/publications/${publication.id}/pictures`, '点.png', dot), imageRefShape, 201)
  const figure = (more: object = {}) => ({
    content: article('配图', '见图。', { blocks: [{ kind: 'figure', image: { ...image, ...more }, caption: '图 1', alt: '两点' }] }),
  })
  good(await editor.post(`/publications/${publication.id}/articles`, figure()), articleAnswer, 201)
  expect(refused(await editor.post(`/publications/${publication.id}/articles`, figure({ width: 9 })))).toBe('422 source/picture-differs')
  expect(refused(await editor.post(`/publications/${publication.id}/articles`, figure({ sha256: 'a'.repeat(64) })))).toBe(
    '422 source/picture-missing',
  )
  const other = await desk.publication('别家', { editor: [editor] })
  expect(refused(await editor.post(`/publications/${other.id}/articles`, figure()))).toBe('422 source/picture-missing')
  const shown = await editor.raw('GET', `/publications/${publication.id}/pictures/${image.sha256}`)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(Buffer.from(await shown.arrayBuffer()).equals(Buffer.from(dot))).toBe(true)
  expect(refused(await editor.upload(`/publications/${publication.id}/pictures`, '图.svg', '<svg onload="alert(1)"/>'))).toBe(
    '422 source/picture-type',
  )
})

it.each([
  ['an empty file', '空.txt', '', '422 ingest/empty'],
  ['a binary called .docx', '假.docx', Uint8Array.from({ length: 3000 }, (_, n) => (n * 31) % 255), '422 ingest/not-docx'],
])('%s is refused and leaves nothing behind', async (_, name, bytes, code) => {
  const count = async () =>
    (await desk.runtime.database.query<{ n: string }>('SELECT (SELECT count(*) FROM snapshots) + (SELECT count(*) FROM articles) AS n'))[0]
      ?.n
  const before = await count()
  expect(refused(await editor.upload(`/publications/${publication.id}/sources/file`, name, bytes))).toBe(code)
  expect(await count()).toBe(before)
})

it('the audit of a publication is for its administrators, newest first, a page at a time', async () => {
  expect(refused(await editor.get(`/publications/${publication.id}/audit`))).toBe('403 people/not-allowed')
  const page = good(await keeper.get(`/publications/${publication.id}/audit?limit=2`), auditList)
  expect(page.items[0]).toMatchObject({ act: 'add article', person: { name: '林编辑' } })
  const next = good(await keeper.get(`/publications/${publication.id}/audit?limit=2&after=${page.next}`), auditList)
  expect(next.items[0]?.sequence).toBeLessThan(page.items[1]?.sequence ?? 0)
})

it('a sweep leaves alone what any row needs, and takes the rest', async () => {
  const stray = await desk.runtime.files.put(Buffer.from('nobody knows this'))
  const removed = await desk.runtime.files.sweep(desk.app.get(KeptFiles, { strict: false }).list(), 0)
  expect(removed).toEqual([stray.sha256])
})

it('a sheet is tidied before it is saved: every change by its paragraph, in words; what is tidy stays, and nothing is kept', async () => {
  const dirty = article('清理', '各校要加强管理,注意安全。\n2025 年的工作。\n没有问题的一段。\n责任编辑：叶疏桐')
  const { id } = good(await editor.post(`/publications/${publication.id}/articles`, { content: dirty }), articleAnswer, 201)
  const tidy = async (blocks: unknown, headers: Record<string, string> = {}) =>
    good(await editor.post(`/articles/${id}/tidy`, { blocks }, { headers }), tidyAnswer)
  const tidied = await tidy(dirty.blocks)
  expect(tidied.blocks.map(blockText)).toEqual(['各校要加强管理，注意安全。', '2025年的工作。', '没有问题的一段。'])
  expect(tidied.changes.map((one) => [one.places, one.before, one.after, one.kinds.map((kind) => kind.message).join('')])).toEqual([
    [[0], '各校要加强管理,注意安全。', '各校要加强管理，注意安全。', '把中文里的半角标点改成了全角'],
    [[1], '2025 年的工作。', '2025年的工作。', '去掉了汉字与数字、字母之间的空格'],
    [[3], '责任编辑：叶疏桐', '', '删去了网页上的行'],
  ])
  expect((await tidy(dirty.blocks, { 'accept-language': 'en' })).changes[2]?.kinds[0]?.message).toBe('A line of the web page was taken out')
  expect(await tidy(tidied.blocks)).toEqual({ blocks: tidied.blocks, changes: [] })
  expect(good(await editor.get(`/articles/${id}`), articleAnswer).version).toBe(1)
  expect(refused(await editor.post(`/articles/${id}/versions/1/outside-check`, {}))).toBe('409 checker/off')
  expect(refused(await keeper.post(`/articles/${id}/tidy`, { blocks: [] }))).toBe('403 people/not-allowed')
})

it('every route is described in OpenAPI 3.1 with the shape it answers', () => {
  const document = openApiOf(desk.app) as unknown as {
    openapi: string
    paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>
  }
  expect(document.openapi).toMatch(/^3\.1\./)
  const withoutBody = ['204', '302']
  const bare = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.entries(responses).some(
        ([status, { content }]) => withoutBody.includes(status) || (status.startsWith('2') && content !== undefined),
      )
        ? []
        : [`${method} ${path}`],
    ),
  )
  expect(bare).toEqual([])
})
