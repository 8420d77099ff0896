import type { ArrangementRequest, PlacedArticle } from '#lib/editorial'

/** A column with its articles in order. */
export interface Lane {
  readonly name: string | null
  readonly articles: readonly PlacedArticle[]
}

/** A change of the order, so that it can be made again on newer content. */
export type Arrange = (lanes: readonly Lane[]) => readonly Lane[]

interface Place {
  readonly lane: number
  readonly at: number
}

function placeOf(lanes: readonly Lane[], article: string): Place | undefined {
  for (const [lane, { articles }] of lanes.entries()) {
    const at = articles.findIndex((one) => one.article === article)
    if (at >= 0) return { lane, at }
  }
  return undefined
}

const withLane = (lanes: readonly Lane[], at: number, change: (articles: readonly PlacedArticle[]) => readonly PlacedArticle[]): Lane[] =>
  lanes.map((lane, index) => (index === at ? { ...lane, articles: change(lane.articles) } : lane))

const inserted = <Item>(items: readonly Item[], at: number, item: Item): Item[] => [...items.slice(0, at), item, ...items.slice(at)]

const swapped = <Item>(items: readonly Item[], from: number, to: number): readonly Item[] => {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return inserted(
    items.filter((_, at) => at !== from),
    to,
    item,
  )
}

/** Puts an article into a lane before the one that stands at `at` once it has been lifted out. */
export const putArticle =
  (article: string, lane: number, at: number): Arrange =>
  (lanes) => {
    const from = placeOf(lanes, article)
    const moved = from === undefined ? undefined : lanes[from.lane]?.articles[from.at]
    if (from === undefined || moved === undefined || lanes[lane] === undefined) return lanes
    const lifted = withLane(lanes, from.lane, (articles) => articles.filter((one) => one.article !== article))
    return withLane(lifted, lane, (articles) => inserted(articles, Math.min(at, articles.length), moved))
  }

/** One place up or down; over the edge of a column into the next one. */
export const stepArticle =
  (article: string, step: -1 | 1): Arrange =>
  (lanes) => {
    const from = placeOf(lanes, article)
    if (from === undefined) return lanes
    const here = lanes[from.lane]?.articles.length ?? 0
    if (step === -1 && from.at > 0) return putArticle(article, from.lane, from.at - 1)(lanes)
    if (step === 1 && from.at < here - 1) return putArticle(article, from.lane, from.at + 1)(lanes)
    const lane = from.lane + step
    return putArticle(article, lane, step === -1 ? Number.POSITIVE_INFINITY : 0)(lanes)
  }

/** To the end of another column. */
export const sendArticle = (article: string, lane: number): Arrange => putArticle(article, lane, Number.POSITIVE_INFINITY)

export const takeOut =
  (article: string): Arrange =>
  (lanes) =>
    lanes.map((lane) => ({ ...lane, articles: lane.articles.filter((one) => one.article !== article) }))

/** Places an article that stood nowhere; one that stands already stays where it is. */
export const placeArticle =
  (placed: PlacedArticle, lane: number, at: number = Number.POSITIVE_INFINITY): Arrange =>
  (lanes) =>
    placeOf(lanes, placed.article) === undefined
      ? withLane(lanes, lane, (articles) => inserted(articles, Math.min(at, articles.length), placed))
      : lanes

/** Pins the newer version where there is one. */
export const takeNewer =
  (article: string): Arrange =>
  (lanes) =>
    lanes.map((lane) => ({
      ...lane,
      articles: lane.articles.map((one) =>
        one.article === article && one.newer !== null ? { ...one, version: one.newer, newer: null } : one,
      ),
    }))

/** Pins the versions just saved, by article. */
export const takeSaved =
  (saved: ReadonlyMap<string, number>): Arrange =>
  (lanes) =>
    lanes.map((lane) => ({
      ...lane,
      articles: lane.articles.map((one) => {
        const version = saved.get(one.article)
        return version === undefined || version < one.version ? one : { ...one, version, newer: null }
      }),
    }))

export const addLane =
  (name: string): Arrange =>
  (lanes) =>
    lanes.some((lane) => lane.name === name) ? lanes : [...lanes, { name, articles: [] }]

export const renameLane =
  (from: string | null, to: string): Arrange =>
  (lanes) =>
    lanes.some((lane) => lane.name === to) ? lanes : lanes.map((lane) => (lane.name === from ? { ...lane, name: to } : lane))

/** Only a column without articles goes. */
export const removeLane =
  (name: string | null): Arrange =>
  (lanes) =>
    lanes.filter((lane) => lane.name !== name || lane.articles.length > 0)

export const stepLane =
  (name: string | null, step: -1 | 1): Arrange =>
  (lanes) => {
    const at = lanes.findIndex((lane) => lane.name === name)
    return swapped(lanes, at, at + step)
  }

/** The whole order as the server takes it, naming what left so that nothing is lost by a slip. */
export function arrangementOf(before: readonly Lane[], after: readonly Lane[]): ArrangementRequest {
  const staying = new Set(after.flatMap((lane) => lane.articles.map((one) => one.article)))
  const removed = before.flatMap((lane) => lane.articles.map((one) => one.article)).filter((article) => !staying.has(article))
  return {
    ...(removed.length === 0 ? {} : { removed }),
    columns: after.map((lane) => ({ name: lane.name, articles: lane.articles.map(({ article, version }) => ({ article, version })) })),
  }
}
