import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Actor, SearchHit, SearchRequest } from '#lib/editorial'
import { searchQuery } from '#lib/ingest'
import { visibleTo } from '../../publications/visible.js'
import { ArticleSearch } from './article-search.js'
import { PageSearch } from './page-search.js'
import { type Cursor, readCursor, writeCursor } from './search-cursor.js'
import type { Asked, Found } from './searching.js'

/** House: a screen of finds. */
const USUAL = 20

/** House: rows looked at for one answer; a query of many frequent pairs and no such phrase goes on with the next page. */
const MOST_ROUNDS = 5

/** Search over articles and released issues, within what the person may see. */
@Injectable()
export class SearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly articles: ArticleSearch,
    private readonly pages: PageSearch,
  ) {}

  async find(request: SearchRequest, actor: Actor): Promise<{ items: SearchHit[]; next: string | null }> {
    const { tsquery } = searchQuery(request.q)
    const after = readCursor(request.after)
    const visible = await visibleTo(this.dataSource.manager, actor)
    if (tsquery === null) return { items: [], next: null }
    const wanted = request.publication === undefined ? visible : visible.filter((one) => one === request.publication)
    const asked: Asked = { query: request.q, tsquery, visible: wanted, filters: request }
    const limit = request.limit ?? USUAL
    const search = request.in === 'issues' ? this.pages : this.articles
    const { items, next } = await enough<SearchHit>((from, count) => search.find(asked, from, count), after, limit)
    return { items, next: next === null ? null : writeCursor(next) }
  }
}

/** Goes on while what was looked at again fell short. */
async function enough<Hit>(
  find: (after: Cursor | null, limit: number) => Promise<Found<Hit>>,
  after: Cursor | null,
  limit: number,
): Promise<Found<Hit>> {
  const items: Hit[] = []
  let from = after
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = await find(from, limit - items.length)
    items.push(...found.items)
    from = found.next
    if (from === null || items.length >= limit) break
  }
  return { items, next: from }
}
