import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ArticleAnswer,
  articleAnswer,
  articleList,
  duplicateList,
  type IssueAnswer,
  type PublicationAnswer,
  type SearchHit,
  searchPage,
} from '#lib/editorial'
import { ArticleIndexer } from '../../../apps/server/src/articles/search/article-indexer.js'
import { IndexKeeper } from '../../../apps/server/src/articles/search/index-keeper.js'
import { EditionReindexer } from '../../../apps/server/src/editions/edition-reindexer.js'
import { Reconcilers } from '../../../apps/server/src/platform/reconcile/reconcilers.js'
import { type Colleague, type Desk, openDesk } from '../desk/desk.js'
import { article } from '../desk/example-articles.js'
import { good, refused } from '../desk/visitor.js'
import { added, type Hands, released } from './printed.js'

const reform = [
  '会议指出，要完善学科专业动态调整机制，使人才培养与区域产业相适应，每年调整的专业点不低于百分之五。',
  '会议要求，各高校在年底前报送本校的学科建设方案，由省教育厅组织专家逐校论证后公布实施。',
  '会议强调，要健全以创新能力为导向的教师评价制度，破除只看论文数量的做法，鼓励长周期研究。',
]

let desk: Desk
let hands: Hands
let editor: Colleague
let stranger: Colleague
let publication: PublicationAnswer
let other: PublicationAnswer
let printed: ArticleAnswer
let issue: IssueAnswer

beforeAll(async () => {
  desk = await openDesk()
  await desk.work()
  editor = await desk.person('editor', '林编辑')
  stranger = await desk.person('stranger')
  const reviewers = [await desk.person('first'), await desk.person('second'), await desk.person('third')]
  hands = { editor, reviewers }
  publication = await desk.publication('江州高教参考', { editor: [editor], releaser: [editor], reviewer: reviewers })
  other = await desk.publication('远山简报', { editor: [stranger] })
  printed = await added(
    editor,
    publication,
    article('学科专业调整工作会议召开', reform.join('\n'), { url: 'https://jyj.jiangzhou.example/a.html' }),
  )
  issue = await released(hands, publication, 8, [await added(editor, publication, article('全省高校暑期安全工作部署')), printed])
})
afterAll(() => desk.close())

const search = async (who: Colleague, query: string): Promise<{ items: SearchHit[]; next: string | null }> =>
  good(await who.get(`/search?${query}`), searchPage)
const q = (text: string): string => `q=${encodeURIComponent(text)}`
const found = (text: SearchHit['excerpt']): string => text.map((one) => (one.found ? `⟨${one.text}⟩` : one.text)).join('')

describe('search over articles', () => {
  it('shows titles before texts, and where the words stand', async () => {
    const inText = await added(
      editor,
      publication,
      article('江州大学新学期工作', '学校研究了学科专业布局，\n并部署了教学工作。', { sourceDate: '2024-09-30' }),
    )
    const { items } = await search(editor, q('学科专业'))
    expect(items.map((hit) => (hit.kind === 'article' ? hit.article : ''))).toEqual([printed.id, inText.id])
    const [first, second] = items
    expect(first?.kind === 'article' && found(first.title)).toBe('⟨学科专业⟩调整工作会议召开')
    expect(second && found(second.excerpt)).toContain('研究了⟨学科专业⟩布局')
    expect(first).toMatchObject({ column: '政策文件', issue: issue.id, issueName: '2024年第8期', publicationName: '江州高教参考' })
  })

  it('finds what was saved last, and not what stood there before or is off the desk', async () => {
    const one = await added(editor, publication, article('试点名单', '首批试点包括甲乙丙三所学校。'))
    expect((await search(editor, q('甲乙丙三所'))).items).toHaveLength(1)
    await editor.put(`/articles/${one.id}`, { content: article('试点名单', '首批试点包括丁戊己三所学校。') }, { version: 1 })
    expect((await search(editor, q('甲乙丙三所'))).items).toEqual([])
    expect((await search(editor, q('丁戊己三所'))).items).toHaveLength(1)
    await editor.delete(`/articles/${one.id}`, { version: 2 })
    expect((await search(editor, q('丁戊己三所'))).items).toEqual([])
  })

  it('goes on page by page without a gap or a double', async () => {
    for (let index = 0; index < 7; index += 1)
      await added(editor, publication, article(`翻页样稿${index}`, '翻页时不重不漏。', { sourceDate: `2024-01-0${(index % 3) + 1}` }))
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { items, next } = await search(editor, `${q('翻页')}&limit=2${after}`)
      seen.push(...items.map((hit) => (hit.kind === 'article' ? hit.article : '')))
      if (next === null) break
      after = `&after=${encodeURIComponent(next)}`
    }
    expect([seen.length, new Set(seen).size]).toEqual([7, 7])
  })

  it.each([
    ['column=政策文件', 1],
    ['column=院校资讯', 0],
    ['source=江州', 2],
    ['source=远方日报', 0],
    ['from=2024-09-25', 1],
    ['to=2024-09', 2],
    ['to=2024-08', 0],
  ])('%s leaves %i', async (filter, count) => {
    const [name = '', value = ''] = filter.split('=')
    expect((await search(editor, `${q('学科专业')}&${name}=${encodeURIComponent(value)}`)).items).toHaveLength(count)
  })

  it('shows nobody what is not theirs', async () => {
    expect((await search(stranger, q('学科专业'))).items).toEqual([])
    expect((await search(stranger, `${q('学科专业')}&in=issues`)).items).toEqual([])
    expect((await search(stranger, `${q('学科专业')}&publication=${publication.id}`)).items).toEqual([])
  })

  it('refuses a place to go on that nobody gave', async () =>
    expect(refused(await editor.get(`/search?${q('学科')}&after=x`))).toBe('400 http/invalid-parameter'))

  it.each(['，。', '“”', '   ,'])('finds nothing for %s', async (text) => expect((await search(editor, q(text))).items).toEqual([]))
})

describe('search over released issues', () => {
  it('leads to the page and its article', async () => {
    const { items } = await search(editor, `${q('教师评价制度')}&in=issues`)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ kind: 'page', issue: issue.id, issueName: '2024年第8期', article: printed.id, column: '政策文件' })
    expect(items[0] && found(items[0].excerpt)).toContain('⟨教师评价制度⟩')
  })

  it.each([
    ['column=政策文件', 1],
    ['column=院校资讯', 0],
    ['source=江州', 1],
    ['source=远方日报', 0],
    ['from=2024', 1],
    ['to=2023', 0],
  ])('%s leaves %i of its pages', async (filter, count) => {
    const [name = '', value = ''] = filter.split('=')
    expect((await search(editor, `${q('教师评价制度')}&in=issues&${name}=${encodeURIComponent(value)}`)).items).toHaveLength(count)
  })

  it('does not find the contents page for a title, but the page the article begins on', async () => {
    const { items } = await search(editor, `${q('暑期安全工作')}&in=issues`)
    expect(items.map((hit) => hit.kind === 'page' && hit.articleTitle)).toEqual(['全省高校暑期安全工作部署'])
  })
})

describe('duplicates', () => {
  const badges = async (id: string, who = editor): Promise<[string, string | null, string][]> =>
    good(await who.get(`/articles/${id}/duplicates`), duplicateList).items.map((one) => [one.kind, one.article, one.message])

  it('the same text from elsewhere says where it was printed', async () => {
    const again = await added(editor, publication, article('关于学科专业调整', reform.map((one) => one.replaceAll('，', ', ')).join('\n')))
    const [first] = await badges(again.id)
    expect(first).toEqual(['same', printed.id, expect.stringMatching(/^已在2024年第8期第\d+页用过$/)])
    const { items } = good(await editor.get(`/publications/${publication.id}/articles?limit=200`), articleList)
    expect(items.find((one) => one.id === again.id)?.duplicate).toBe(first?.[2])
    expect(items.find((one) => one.id === printed.id)?.duplicate).toMatch(/^已在2024年第8期第\d+页用过$/)
  })

  it('some paragraphs of it as well', async () => {
    const paragraphs = [
      '江州大学昨日举行了中层干部培训班开班式，校领导作了动员讲话，培训为期三天。',
      reform[2] ?? '',
      '开班式由组织部负责人主持，各学院负责人参加，会后分组开展了讨论交流。'.repeat(3),
    ]
    const some = await added(editor, publication, article('江州大学培训开班', paragraphs.join('\n')))
    expect((await badges(some.id))[0]).toEqual(['passages', printed.id, expect.stringMatching(/^有1段已在2024年第8期第\d+页用过$/)])
  })

  it('the same address, however it is spelled', async () => {
    const one = await added(
      editor,
      publication,
      article('另一篇', '另一篇稿件的正文与前面的都不相同。', { url: 'http://www.jyj.jiangzhou.example/a.html?utm_source=x' }),
    )
    expect((await badges(one.id))[0]?.[0]).toBe('address')
  })

  it('an article of another publication is told only to those who may see it', async () => {
    const copy = await added(stranger, other, article('学科专业调整工作会议召开', reform.join('\n')))
    expect(await badges(copy.id, stranger)).toEqual([])
    expect(refused(await editor.get(`/articles/${copy.id}/duplicates`))).toBe('404 article/missing')
    expect((await badges(printed.id)).some(([, id]) => id === copy.id)).toBe(false)
  })

  it('and what is alike no longer is not told any more', async () => {
    const one = await added(editor, publication, article('暂名', reform.slice(0, 2).join('\n')))
    expect((await badges(one.id)).length).toBeGreaterThan(0)
    await editor.put(`/articles/${one.id}`, { content: article('暂名', '全文已经改写，与其他稿件都不相同，请重新核对。') }, { version: 1 })
    expect(await badges(one.id)).toEqual([])
    expect((await badges(printed.id)).some(([, id]) => id === one.id)).toBe(false)
  })
})

describe('an article used again', () => {
  const copy = (who: Colleague, id: string, body: object = {}) => who.post(`/articles/${id}/copy`, body)

  it('is a new one with the same text, and says where the text was printed', async () => {
    const made = good(await copy(editor, printed.id), articleAnswer, 201)
    expect([made.id === printed.id, made.version, made.contentHash]).toEqual([false, 1, printed.contentHash])
    const [first] = good(await editor.get(`/articles/${made.id}/duplicates`), duplicateList).items
    expect(first?.message).toMatch(/^已在2024年第8期第\d+页用过$/)
  })

  it('goes into another publication only where its taker edits there', async () => {
    expect(refused(await copy(editor, printed.id, { publication: other.id }))).toBe('404 publication/missing')
    expect(refused(await copy(stranger, printed.id, { publication: other.id }))).toBe('404 article/missing')
    const second = await desk.publication('江州学习参考', { editor: [editor] })
    const made = good(await copy(editor, printed.id, { publication: second.id }), articleAnswer, 201)
    const [first] = good(await editor.get(`/articles/${made.id}/duplicates`), duplicateList).items
    expect(first?.message).toMatch(/^已在《江州高教参考》2024年第8期第\d+页用过$/)
  })
})

describe('the index made anew', () => {
  it('is as it was', async () => {
    const before = [await search(editor, q('学科专业')), await search(editor, `${q('教师评价制度')}&in=issues`)]
    await desk.runtime.database.query('DELETE FROM edition_pages')
    await desk.runtime.database.query('DELETE FROM likenesses')
    await desk.runtime.database.query('DELETE FROM article_index')
    expect((await search(editor, q('学科专业'))).items).toEqual([])
    await desk.app.get(IndexKeeper, { strict: false }).rebuild(() => {})
    const names: string[] = []
    await desk.app.get(EditionReindexer, { strict: false }).rebuild(new AbortController().signal, (name) => names.push(name))
    expect(names).toEqual([expect.stringContaining('江州高教参考2024年第8期')])
    expect([await search(editor, q('学科专业')), await search(editor, `${q('教师评价制度')}&in=issues`)]).toEqual(before)
  })

  it('fills itself where a house is older than it', async () => {
    await desk.runtime.database.query('DELETE FROM article_index')
    await desk.runtime.dataSource.transaction((tx) =>
      new IndexKeeper(
        desk.runtime.dataSource,
        desk.app.get(ArticleIndexer, { strict: false }),
        desk.app.get(Reconcilers, { strict: false }),
      ).fill(tx),
    )
    expect((await search(editor, q('学科专业'))).items.length).toBeGreaterThan(0)
  })
})
