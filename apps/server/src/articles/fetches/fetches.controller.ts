import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  type FetchAnswer,
  type FetchQuery,
  type FetchRequest,
  fetchAnswer,
  fetchList,
  fetchPage,
  fetchQuery,
  fetchRequest,
  idText,
  type RereadAnswer,
  rereadAnswer,
} from '#lib/editorial'
import { type Once, OnceKey } from '../../people/once.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, Repeatable } from '../../platform/http/answers.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { anArticle } from '../articles.controller.js'
import { FetchesService } from './fetches.service.js'

const aFetch: Belonging = { table: 'fetches', param: 'fetch', missing: 'fetch/missing' }

@ApiTags('sources')
@Controller()
export class FetchesController {
  constructor(private readonly fetches: FetchesService) {}

  /** Many addresses at once; each becomes a snapshot and an article, or says what to do instead. */
  @Post('publications/:publication/fetches')
  @InPublication('collect sources')
  @Repeatable()
  @Answers(202, fetchList, 'Taken; follow them by the events or at their addresses')
  async request(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: fetchRequest }) body: FetchRequest,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
  ): Promise<{ items: FetchAnswer[] }> {
    return { items: await this.fetches.request(publication, body, actor.id, once) }
  }

  @Get('publications/:publication/fetches')
  @InPublication('read the publication')
  @Answers(200, fetchPage)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: fetchQuery }) query: FetchQuery,
  ): Promise<{ items: FetchAnswer[]; next: string | null }> {
    return this.fetches.list(publication, query)
  }

  @Get('fetches/:fetch')
  @InPublication('read the publication', aFetch)
  @Answers(200, fetchAnswer)
  read(@Param('fetch', { schema: idText }) id: string): Promise<FetchAnswer> {
    return this.fetches.find(id)
  }

  @Post('fetches/:fetch/retry')
  @InPublication('collect sources', aFetch)
  @Answers(202, fetchAnswer)
  retry(@Param('fetch', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<FetchAnswer> {
    return this.fetches.retry(id, actor.id)
  }

  @Post('fetches/:fetch/cancel')
  @InPublication('collect sources', aFetch)
  @Answers(200, fetchAnswer)
  cancel(@Param('fetch', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<FetchAnswer> {
    return this.fetches.cancel(id, actor.id)
  }

  /** Asks the address of an article once more, to see what the page says now. */
  @Post('articles/:article/refetch')
  @InPublication('collect sources', anArticle)
  @Answers(202, fetchAnswer)
  refetch(@Param('article', { schema: idText }) article: string, @CurrentActor() actor: Actor): Promise<FetchAnswer> {
    return this.fetches.refetch(article, actor.id)
  }

  @Get('fetches/:fetch/reread')
  @InPublication('read the publication', aFetch)
  @Answers(200, rereadAnswer)
  reread(@Param('fetch', { schema: idText }) id: string): Promise<RereadAnswer> {
    return this.fetches.reread(id)
  }
}
