import { describe, expect, it } from 'vitest'
import { feedDay } from './feed-day.js'
import { readFeed } from './read-feed.js'

const FEED = 'https://news.jiangzhou.example/rss.xml'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string) => readFeed(bytes(text), FEED)

const rss = (items: string, title = '江州教育'): string => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>${title}</title><link>https://news.jiangzhou.example/</link>${items}</channel></rss>`

describe('the four kinds of feeds', () => {
  it('RSS', () => {
    const item = `<item><title><![CDATA[课程 <b>建设</b> & 评价]]></title><link>/2025/1.html</link><pubDate>Tue, 04 Mar 2025 23:30:00 GMT</pubDate>
      <source url="https://a.example">江州日报</source><description>&lt;p&gt;各校&lt;br&gt;认真落实。&lt;/p&gt;</description></item>`
    expect(read(rss(item))).toEqual({
      title: '江州教育',
      items: [
        {
          title: '课程 建设 & 评价',
          url: 'https://news.jiangzhou.example/2025/1.html',
          date: '2025-03-05',
          source: '江州日报',
          summary: '各校认真落实。',
        },
      ],
    })
  })

  it('Atom', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>云岭大学</title><entry><title type="html">一&lt;b&gt;号</title>
      <link rel="self" href="https://y.example/self"/><link href="https://y.example/1"/><id>tag:1</id><updated>2025-03-04T18:00:00Z</updated></entry></feed>`
    expect(read(atom).items).toEqual([{ title: '一号', url: 'https://y.example/1', date: '2025-03-05', source: null, summary: null }])
  })

  it('RDF', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>甲</title></channel><item><title>题</title><link>https://y.example/1</link><dc:date>2025-03-04</dc:date></item></rdf:RDF>`
    expect(read(rdf).items.map(({ date }) => date)).toEqual(['2025-03-04'])
  })

  it('JSON', () => {
    const items = [{ id: '1', url: 'https://y.example/1', title: '题', content_text: '文', date_published: '2025-03-04T01:00:00+08:00' }]
    const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '甲', items })
    expect(read(feed).items).toEqual([{ title: '题', url: 'https://y.example/1', date: '2025-03-04', source: null, summary: '文' }])
  })
})

describe('dirty feeds', () => {
  it.each([
    ['a bare ampersand', rss('<item><title>甲 & 乙</title><link>https://y.example/?a=1&b=2</link></item>')],
    ['blanks before the head', `\n\n  ${rss('<item><title>甲 &amp; 乙</title><link>https://y.example/?a=1&amp;b=2</link></item>')}`],
  ])('%s', (_, text) => {
    expect(read(text).items).toMatchObject([{ title: '甲 & 乙', url: 'https://y.example/?a=1&b=2' }])
  })

  it('GBK, declared', () => {
    const gbk = [0xbd, 0xcc, 0xd3, 0xfd]
    const [head, tail] = rss('<item><title>@</title><link>https://y.example/1</link></item>', 'x')
      .replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="gb2312"?>')
      .split('@')
    expect(readFeed(new Uint8Array([...bytes(head ?? ''), ...gbk, ...bytes(tail ?? '')]), FEED).items[0]?.title).toBe('教育')
  })

  it('what has no title, no address or an address of another kind is left out; an address comes once', () => {
    const items = ['<link>https://y.example/1</link>', '<title>甲</title>', '<title>甲</title><link>javascript:alert(1)</link>']
    const twice =
      '<item><title>甲</title><link>https://y.example/1</link></item><item><title>甲</title><link>http://www.y.example/1#x</link></item>'
    expect(read(rss(items.map((item) => `<item>${item}</item>`).join(''))).items).toEqual([])
    expect(read(rss(twice)).items).toHaveLength(1)
  })

  it('a guid is an address only where it says so', () => {
    expect(read(rss('<item><title>甲</title><guid>https://y.example/7</guid></item>')).items[0]?.url).toBe('https://y.example/7')
    expect(read(rss('<item><title>甲</title><guid isPermaLink="false">77</guid></item>')).items).toEqual([])
  })

  it('two hundred articles at most, long texts cut, control signs out', () => {
    const many = Array.from(
      { length: 300 },
      (_, index) => `<item><title>第${index}号</title><link>https://y.example/${index}</link></item>`,
    )
    expect(read(rss(many.join(''))).items).toHaveLength(200)
    const long = read(
      rss(`<item><title>题\u0007目</title><link>https://y.example/1</link><description>${'很长。'.repeat(5000)}</description></item>`),
    )
    expect(long.items[0]?.title).toBe('题目')
    expect(long.items[0]?.summary).toHaveLength(200)
  })
})

describe('what is no feed', () => {
  it.each([
    ['a page that says 404', '<html><body>404</body></html>'],
    ['nothing', ''],
    ['broken off', '<rss version="2.0"><channel><title>'],
    ['other JSON', '{"items": 3}'],
    ['nested without end', `<rss version="2.0"><channel>${'<a>'.repeat(5000)}`],
  ])('%s', (_, text) => expect(() => read(text)).toThrow('ingest/not-feed'))

  it('too large', () => expect(() => readFeed(new Uint8Array(6 * 1024 * 1024), FEED)).toThrow('ingest/too-large'))

  it('entities are not unfolded', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss('<item><title>&b;</title><link>https://y.example/1</link></item>').replace(/^<\?xml[^>]*>\s*/, '')}`
    expect(read(bomb).items[0]?.title).not.toContain('aaaa')
  })
})

describe('the day a feed says', () => {
  it.each([
    ['Tue, 04 Mar 2025 15:59:00 GMT', '2025-03-04'],
    ['Tue, 04 Mar 2025 16:00:00 GMT', '2025-03-05'],
    ['Tue, 04 Mar 2025 23:59:00 +0800', '2025-03-04'],
    ['4 Mar 25 10:00 CST', '2025-03-04'],
    ['Tue, 04 Mar 2025', '2025-03-04'],
    ['2025-03-04T23:30:00', '2025-03-04'],
    ['2025-03-04 23:30:00', '2025-03-04'],
    ['2025年3月4日', '2025-03-04'],
    ['31 Feb 2025 10:00 GMT', null],
    ['昨天', null],
    [undefined, null],
  ])('%s', (text, day) => expect(feedDay(text)).toBe(day))
})
