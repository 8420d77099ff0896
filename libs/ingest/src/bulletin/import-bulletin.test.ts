import { describe, expect, it } from 'vitest'
import { damaged, digest, PARTS_IN_CONTENTS, WITHOUT_CONTENTS } from '../../testing/bulletins.js'
import { show } from '../../testing/show.js'
import type { BulletinImport } from './bulletin-import.js'
import { importBulletin } from './import-bulletin.js'

const take = (text: string): BulletinImport => importBulletin({ text, name: '往期.txt' })

/** `栏目 | 标题 | 来源 | 日期 | 首行-末行`. */
const list = (bulletin: BulletinImport): string[] =>
  bulletin.columns.flatMap((column) =>
    column.articles.map(({ content, lines }) =>
      [column.name ?? '-', content.title, content.source ?? content.documentNumber ?? '-', content.sourceDate ?? '-', lines.join('-')].join(
        ' | ',
      ),
    ),
  )

const closes = ({ lines }: BulletinImport): boolean =>
  lines.nonBlank === lines.frontMatter + lines.contents + lines.labels + lines.articles + lines.residue.length

describe('a bulletin without a contents page', () => {
  const bulletin = take(WITHOUT_CONTENTS)

  it('is cut at its sources and document numbers, and knows its columns', () => {
    expect(list(bulletin)).toEqual([
      '政策文件 | 江州省教育厅关于做好春季学期教学工作的通知 | 江教高〔2025〕3号 | - | 7-17',
      '院校资讯 | 沧江学院图书馆改造提升服务能力 | 沧江日报 | 2025-02-12 | 20-24',
      '院校资讯 | 怒川职业学院产教融合结硕果 | 怒川发布 | - | 25-31',
    ])
  })

  it('reads its cover', () => {
    expect(bulletin.facts).toMatchObject({
      publication: '高教参考',
      publisher: '云岭学院发展规划处',
      year: 2025,
      number: 2,
      totalNumber: 14,
      date: '2025-02-28',
    })
  })

  it('does not take a 【关键词】 inside an article for a column', () => {
    expect(show(bulletin.columns[1]?.articles[1]?.content.blocks ?? [])).toContain('h1 【关键词】校企合作')
  })

  it('joins a sentence that a page end cut, and says so', () => {
    const article = bulletin.columns[1]?.articles[0]
    expect(show(article?.content.blocks ?? [])[1]).toBe('p 读者座谈会上，师生代表提出了二十余条建议，图书馆当场答复、限期落实，赢得好评。')
    expect(article?.changes.map((change) => change.code)).toEqual(['ingest/joined-page-break'])
  })

  it('keeps subtitle, signature and the date of signing', () => {
    expect(bulletin.columns[1]?.articles[1]?.content.subtitle).toBe('——一所县城高职的十年探索')
    expect(bulletin.columns[0]?.articles[0]?.content.documentDate).toBe('2025-02-10')
    expect(show(bulletin.columns[0]?.articles[0]?.content.blocks ?? []).at(-1)).toBe('sign 江州省教育厅 / 2025年2月10日')
  })

  it('accounts for every line', () => {
    expect(closes(bulletin)).toBe(true)
    expect(bulletin.lines).toMatchObject({ frontMatter: 4, contents: 0, labels: 2, residue: [] })
  })
})

describe('a reader whose parts stand in the contents only', () => {
  const bulletin = take(PARTS_IN_CONTENTS)

  it('finds its articles in their parts, with sources before and after', () => {
    expect(list(bulletin)).toEqual([
      '深入学习教育强国建设部署 | 扎实推动教育强国建设 | 江州日报 | 2025-02-20 | 14-17',
      '深入学习教育强国建设部署 | 办好人民满意的教育 | 江州教育 | 2025-02-25 | 19-26',
      '典型风采 | 江州省教育厅给山区支教队员回信 | 江州发布 | 2025-03-02 | 28-35',
    ])
  })

  it('names the speaker and the salutation', () => {
    const speech = bulletin.columns[0]?.articles[1]?.content
    expect([speech?.author, speech?.subtitle]).toEqual(['苏见山', '——在全省教育工作会议上的讲话'])
    expect(show(speech?.blocks ?? [])[0]).toBe('to 同志们：')
    expect(show(speech?.blocks ?? []).at(-1)).toBe('attribution （本文刊发于《江州教育》2025年2月25日第03版）')
  })

  it('keeps a letter a letter', () => {
    const letter = show(bulletin.columns[1]?.articles[0]?.content.blocks ?? [])
    expect(letter.map((line) => line.slice(0, 11))).toEqual([
      'letter 回 信',
      'to 亲爱的队员们：',
      'p 你们的来信收到了。',
      'sign 江州省教育厅',
      'p 新华社云州3月2日',
    ])
  })

  it('reads year and number in Chinese numerals', () => {
    expect(bulletin.facts).toMatchObject({ publication: '学习参考材料', publisher: '党委宣传部', year: 2025, number: 3, date: '2025-03' })
    expect(bulletin.facts.titleLines).toEqual(['云岭大学二〇二五年', '第三次教职工集中学习', '学习参考材料'])
    expect(bulletin.style).toBe('study-reader')
  })

  it('accounts for every line', () => {
    expect(closes(bulletin)).toBe(true)
    expect(bulletin.lines.residue).toEqual([])
  })
})

describe('a hard-wrapped digest with its sources at the end', () => {
  const bulletin = take(digest())

  it('is cut after each attribution', () => {
    expect(bulletin.profile).toBe('wrapped')
    expect(list(bulletin).map((line) => line.replace(/ \| [\d-]+$/, ''))).toEqual([
      '- | 沧江学院推进图书馆改造 | 沧江日报 | 2025-01-12',
      '- | 怒川职业学院深化产教融合 | 怒川日报 | 2025-01-15',
    ])
  })

  it('puts the paragraphs together and takes the running foot out of the sentence', () => {
    const first = show(bulletin.columns[0]?.articles[0]?.content.blocks ?? [])
    expect(first.map((line) => line.length)).toEqual([137, 139])
    expect(first.every((line) => /^p .*。$/.test(line))).toBe(true)
    expect(bulletin.facts.editors).toEqual(['闻清和', '柳叙白'])
    expect(bulletin.lines.residue).toEqual([11])
    expect(closes(bulletin)).toBe(true)
  })

  it('knows a bare heading line', () => {
    expect(show(bulletin.columns[0]?.articles[1]?.content.blocks ?? [])[1]).toBe('h1 校企合作结出硕果')
  })
})

describe('a text layer damaged by a wrong font map', () => {
  const maps = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => [[seed, 'rare'] as const, [seed, 'common'] as const])
  it.each(maps)('is noticed (map %i, into %s characters), and the pairs proposed are right', (seed, into) => {
    const { text, map } = damaged(24, seed, into)
    const { damage, doubts } = take(text)
    expect(damage.detected).toBe(true)
    expect(doubts.map((doubt) => doubt.code)).toContain('ingest/damaged-text')
    const wrong = damage.substitutions.filter((one) => map.get(one.standsFor) !== one.printed)
    expect(wrong.length).toBeLessThanOrEqual(0.1 * damage.substitutions.length)
  })

  it('is not suspected in sound text', () => {
    expect(take(WITHOUT_CONTENTS).damage).toEqual({ detected: false, suspectCharacters: 0, substitutions: [] })
  })
})

describe('a damaged bulletin is repaired by what a person confirms', () => {
  const { text, map } = damaged(24, 3, 'common')
  const printed = new Map([...map].map(([standsFor, one]) => [one, standsFor]))
  const before = take(text)

  it('the words of each suspected character are shown', () => {
    const entry = before.concordance[0]
    expect(before.concordance.map(({ count }) => count)).toEqual(before.damage.substitutions.map(({ count }) => count))
    expect(entry?.uses.every((use) => use.printed.includes(entry.printed) && use.repaired.includes(entry.standsFor))).toBe(true)
    expect(entry?.uses.reduce((sum, use) => sum + use.count, 0)).toBeLessThanOrEqual(entry?.count ?? 0)
  })

  it('all pairs confirmed, it is the bulletin that was printed', () => {
    const repairs = [...printed].map(([one, standsFor]) => ({ printed: one, standsFor }))
    const after = importBulletin({ text, name: '往期.txt', repairs })
    const sound = take([...text].map((char) => printed.get(char) ?? char).join(''))
    expect(after.damage).toEqual({ detected: false, suspectCharacters: 0, substitutions: [] })
    expect(after.columns).toEqual(sound.columns)
    expect(after.repaired.reduce((sum, one) => sum + one.count, 0)).toBe([...text].filter((char) => printed.has(char)).length)
  })

  it('nothing is repaired that nobody confirmed', () => {
    expect(before.repaired).toEqual([])
    expect(take(text).columns).toEqual(before.columns)
  })
})

it('refuses an empty text', () => {
  expect(() => take(' \n\n')).toThrowError('ingest/empty')
})
