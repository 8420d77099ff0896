import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import {
  type Actor,
  type ArrangementRequest,
  arrangementRequest,
  type IssueAnswer,
  type IssueChange,
  type IssueLine,
  type IssueRequest,
  idText,
  issueAnswer,
  issueChange,
  issueList,
  issueRequest,
  type MoveRequest,
  moveName,
  moveRequest,
  type PageQuery,
  pageQuery,
} from '#lib/editorial'
import { type Once, OnceKey } from '../people/once.js'
import { ByPerson, CurrentActor } from '../platform/guard/policy.js'
import { Answers, BasedOnVersion, Repeatable } from '../platform/http/answers.js'
import { requiredVersion, setVersion } from '../platform/http/etag.js'
import { type Belonging, InPublication } from '../publications/access.js'
import { IssueMover } from './issue-mover.js'
import { IssuesService } from './issues.service.js'

export const anIssue: Belonging = { table: 'issues', param: 'issue', missing: 'issue/missing' }

@ApiTags('issues')
@Controller()
export class IssuesController {
  constructor(
    private readonly issues: IssuesService,
    private readonly mover: IssueMover,
  ) {}

  @Get('publications/:publication/issues')
  @InPublication('read the publication')
  @Answers(200, issueList)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<{ items: IssueLine[]; next: string | null }> {
    return this.issues.list(publication, query)
  }

  @Post('publications/:publication/issues')
  @InPublication('assemble issues')
  @Repeatable()
  @Answers(201, issueAnswer)
  async add(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: issueRequest }) body: IssueRequest,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IssueAnswer> {
    const made = await this.issues.add(publication, body, actor, once)
    response.location(`/api/v1/issues/${made.id}`)
    return versioned(response, made)
  }

  @Get('issues/:issue')
  @InPublication('read the publication', anIssue)
  @Answers(200, issueAnswer)
  async read(
    @Param('issue', { schema: idText }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IssueAnswer> {
    return versioned(response, await this.issues.find(id, actor))
  }

  @Patch('issues/:issue')
  @InPublication('assemble issues', anIssue)
  @BasedOnVersion()
  @Answers(200, issueAnswer)
  async change(
    @Param('issue', { schema: idText }) id: string,
    @Body({ schema: issueChange }) body: IssueChange,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IssueAnswer> {
    return versioned(response, await this.issues.change(id, requiredVersion(request), body, actor))
  }

  @Put('issues/:issue/arrangement')
  @InPublication('assemble issues', anIssue)
  @BasedOnVersion()
  @Answers(200, issueAnswer)
  async arrange(
    @Param('issue', { schema: idText }) id: string,
    @Body({ schema: arrangementRequest }) body: ArrangementRequest,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IssueAnswer> {
    return versioned(response, await this.issues.arrange(id, requiredVersion(request), body, actor))
  }

  @Delete('issues/:issue')
  @InPublication('assemble issues', anIssue)
  @BasedOnVersion()
  @Answers(204, undefined, 'A draft never submitted is gone; its number is free')
  remove(@Param('issue', { schema: idText }) id: string, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    return this.issues.remove(id, requiredVersion(request), actor)
  }

  /** Which role a move needs depends on the move and is asked of the workflow inside. */
  @Post('issues/:issue/moves/:move')
  @InPublication('read the publication', anIssue)
  @ByPerson({ move: ['approve', 'return', 'withdraw', 'release', 'recall'] })
  @Answers(200, issueAnswer)
  async move(
    @Param('issue', { schema: idText }) id: string,
    @Param('move', { schema: moveName }) move: z.infer<typeof moveName>,
    @Body({ schema: moveRequest }) body: MoveRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IssueAnswer> {
    await this.mover.move(id, move, actor, { reason: body.reason ?? null, seenHash: body.contentHash ?? null })
    return versioned(response, await this.issues.find(id, actor))
  }
}

function versioned(response: Response, issue: IssueAnswer): IssueAnswer {
  setVersion(response, issue.version)
  return issue
}
