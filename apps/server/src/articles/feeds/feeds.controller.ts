import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  type FeedAnswer,
  type FeedChange,
  type FeedRequest,
  type FindAnswer,
  type FindDecision,
  type FindQuery,
  feedAnswer,
  feedChange,
  feedList,
  feedRequest,
  findDecision,
  findList,
  findPage,
  findQuery,
  idText,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, BasedOnVersion } from '../../platform/http/answers.js'
import { requiredVersion, setVersion } from '../../platform/http/etag.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { FeedsService } from './feeds.service.js'
import { FindsService } from './finds.service.js'

const aFeed: Belonging = { table: 'feeds', param: 'feed', missing: 'feed/missing' }

@ApiTags('feeds')
@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly finds: FindsService,
  ) {}

  @Get('publications/:publication/feeds')
  @InPublication('read the publication')
  @Answers(200, feedList)
  async list(@Param('publication', { schema: idText }) publication: string): Promise<{ items: FeedAnswer[] }> {
    return { items: await this.feeds.list(publication) }
  }

  @Post('publications/:publication/feeds')
  @InPublication('collect sources')
  @Answers(201, feedAnswer, 'Watched from now on; the first visit is at once')
  async add(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: feedRequest }) body: FeedRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FeedAnswer> {
    const feed = await this.feeds.add(publication, body, actor.id)
    response.location(`/api/v1/feeds/${feed.id}`)
    return versioned(response, feed)
  }

  @Get('feeds/:feed')
  @InPublication('read the publication', aFeed)
  @Answers(200, feedAnswer)
  async read(@Param('feed', { schema: idText }) id: string, @Res({ passthrough: true }) response: Response): Promise<FeedAnswer> {
    return versioned(response, await this.feeds.find(id))
  }

  @Patch('feeds/:feed')
  @InPublication('collect sources', aFeed)
  @BasedOnVersion()
  @Answers(200, feedAnswer)
  async change(
    @Param('feed', { schema: idText }) id: string,
    @Body({ schema: feedChange }) body: FeedChange,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FeedAnswer> {
    return versioned(response, await this.feeds.change(id, requiredVersion(request), body, actor.id))
  }

  @Delete('feeds/:feed')
  @InPublication('collect sources', aFeed)
  @BasedOnVersion()
  @Answers(204, undefined, 'Watched no longer; its finds go with it')
  remove(@Param('feed', { schema: idText }) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    return this.feeds.remove(id, requiredVersion(request), actor.id)
  }

  @Post('feeds/:feed/visit')
  @InPublication('collect sources', aFeed)
  @Answers(202, feedAnswer)
  visit(@Param('feed', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<FeedAnswer> {
    return this.feeds.visit(id, actor.id)
  }

  @Get('publications/:publication/finds')
  @InPublication('read the publication')
  @Answers(200, findPage)
  found(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: findQuery }) query: FindQuery,
  ): Promise<{ items: FindAnswer[]; next: string | null }> {
    return this.finds.list(publication, query)
  }

  /** Keep, dismiss, or take back, several at once. */
  @Post('publications/:publication/finds/decisions')
  @InPublication('collect sources')
  @Answers(200, findList)
  async decide(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: findDecision }) body: FindDecision,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: FindAnswer[] }> {
    return { items: await this.finds.decide(publication, body, actor.id) }
  }
}

function versioned(response: Response, feed: FeedAnswer): FeedAnswer {
  setVersion(response, feed.version)
  return feed
}
