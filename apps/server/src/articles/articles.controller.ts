import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  type ArticleAnswer,
  type ArticleCopyRequest,
  type ArticleLine,
  type ArticleQuery,
  type ArticleRequest,
  type ArticleSave,
  articleAnswer,
  articleCopyRequest,
  articleList,
  articleQuery,
  articleRequest,
  articleSave,
  idText,
  type PageQuery,
  pageQuery,
  type VersionLine,
  versionList,
  versionText,
} from '#lib/editorial'
import { type Once, OnceKey } from '../people/once.js'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers, BasedOnVersion, Repeatable } from '../platform/http/answers.js'
import { requiredVersion, setVersion } from '../platform/http/etag.js'
import { type Belonging, InPublication } from '../publications/access.js'
import { ArticleCopies } from './article-copies.js'
import { ArticleList } from './article-list.js'
import { ArticlesService } from './articles.service.js'

export const anArticle: Belonging = { table: 'articles', param: 'article', missing: 'article/missing' }

@ApiTags('articles')
@Controller()
export class ArticlesController {
  constructor(
    private readonly articles: ArticlesService,
    private readonly lists: ArticleList,
    private readonly copies: ArticleCopies,
  ) {}

  @Get('publications/:publication/articles')
  @InPublication('read the publication')
  @Answers(200, articleList)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: articleQuery }) query: ArticleQuery,
  ): Promise<{ items: ArticleLine[]; next: string | null }> {
    return this.lists.ofPublication(publication, query)
  }

  @Post('publications/:publication/articles')
  @InPublication('edit articles')
  @Repeatable()
  @Answers(201, articleAnswer)
  async add(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: articleRequest }) body: ArticleRequest,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ArticleAnswer> {
    const made = await this.articles.add({ publication, content: body.content, snapshot: null, by: actor.id }, once)
    response.location(`/api/v1/articles/${made.id}`)
    return versioned(response, made)
  }

  @Get('articles/:article')
  @InPublication('read the publication', anArticle)
  @Answers(200, articleAnswer)
  async read(@Param('article', { schema: idText }) id: string, @Res({ passthrough: true }) response: Response): Promise<ArticleAnswer> {
    return versioned(response, await this.articles.find(id))
  }

  @Put('articles/:article')
  @InPublication('edit articles', anArticle)
  @BasedOnVersion()
  @Answers(200, articleAnswer, 'Saved as a new version')
  async save(
    @Param('article', { schema: idText }) id: string,
    @Body({ schema: articleSave }) body: ArticleSave,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ArticleAnswer> {
    return versioned(response, await this.articles.save(id, requiredVersion(request), body, actor.id))
  }

  /** The same text as a new article, here or in another publication the person edits. */
  @Post('articles/:article/copy')
  @InPublication('read the publication', anArticle)
  @Repeatable()
  @Answers(201, articleAnswer)
  async copy(
    @Param('article', { schema: idText }) id: string,
    @Body({ schema: articleCopyRequest }) body: ArticleCopyRequest,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ArticleAnswer> {
    const made = await this.copies.copy(id, body, actor, once)
    response.location(`/api/v1/articles/${made.id}`)
    return versioned(response, made)
  }

  @Delete('articles/:article')
  @InPublication('edit articles', anArticle)
  @BasedOnVersion()
  @Answers(204, undefined, 'Off the desk; its versions stay')
  discard(@Param('article', { schema: idText }) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    return this.articles.discard(id, requiredVersion(request), actor.id)
  }

  @Get('articles/:article/versions')
  @InPublication('read the publication', anArticle)
  @Answers(200, versionList)
  versions(
    @Param('article', { schema: idText }) id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<{ items: VersionLine[]; next: string | null }> {
    return this.lists.versions(id, query)
  }

  @Get('articles/:article/versions/:version')
  @InPublication('read the publication', anArticle)
  @Answers(200, articleAnswer)
  version(
    @Param('article', { schema: idText }) id: string,
    @Param('version', { schema: versionText }) version: number,
  ): Promise<ArticleAnswer> {
    return this.articles.findVersion(id, version)
  }
}

function versioned(response: Response, article: ArticleAnswer): ArticleAnswer {
  setVersion(response, article.version)
  return article
}
