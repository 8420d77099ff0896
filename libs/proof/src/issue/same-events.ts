import { type ArticleContent, blockText } from '#lib/editorial'
import type { IssueFinding } from '../issue-finding.js'

/** House: an event is told in the first paragraphs. */
const FIRST_BLOCKS = 3
const HELD = /(?:举行|召开|举办)(“[^”]{2,20}”)?([^，。；“”]{0,16}?)(新闻发布会|座谈会|推进会|工作会议|大会|论坛|研讨会|发布会)/
const DAY = /(\d{1,2})月(\d{1,2})日/

interface Event {
  readonly key: string
  readonly block: number
  readonly from: number
  readonly text: string
}

/** One meeting or press conference told by several articles of an issue. */
export function sameEvents(articles: readonly ArticleContent[]): IssueFinding[] {
  const events = articles.map(eventOf)
  return events.flatMap((event, index): IssueFinding[] => {
    const others = [...events.keys()].filter((other) => other < index && event !== null && events[other]?.key === event.key)
    const first = others[0]
    if (event === null || first === undefined) return []
    return [
      {
        rule: 'same-event',
        severity: 'warn',
        article: index,
        others,
        block: event.block,
        field: null,
        from: event.from,
        to: event.from + event.text.length,
        text: event.text,
        suggestion: null,
        batch: false,
        params: { text: event.text, other: articles[first]?.title ?? '' },
        source: 'House：一期内不重复刊用同一会议、同一发布会的报道',
      },
    ]
  })
}

/** The day and the name of the meeting an article begins with. */
function eventOf(article: ArticleContent): Event | null {
  for (const [index, block] of article.blocks.slice(0, FIRST_BLOCKS).entries()) {
    const text = blockText(block)
    const held = HELD.exec(text)
    const day = DAY.exec(text.slice(0, held?.index ?? 0))
    if (held === null || day === null) continue
    const name = held[0].slice(2)
    return { key: `${day[1]}-${day[2]} ${name.replace(/[“”\s]/g, '')}`, block: index, from: held.index + 2, text: name }
  }
  return null
}
