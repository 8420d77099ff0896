import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import { type Actor, idText, type RenderAnswer, type RenderRequest, renderAnswer, renderList, renderRequest } from '#lib/editorial'
import { anIssue } from '../issues/issues.controller.js'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { type Belonging, InPublication } from '../publications/access.js'
import { RendersService } from './renders.service.js'

export const aRender: Belonging = { table: 'renders', param: 'render', missing: 'render/missing' }

@ApiTags('editions')
@Controller()
export class RendersController {
  constructor(private readonly renders: RendersService) {}

  /** Asking again for the same content answers the same render; one that failed is tried anew. */
  @Post('issues/:issue/renders')
  @InPublication('render drafts', anIssue)
  @Answers(202, renderAnswer, 'Taken; follow it at its address or by the events')
  async request(
    @Param('issue', { schema: idText }) issue: string,
    @Body({ schema: renderRequest }) body: RenderRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RenderAnswer> {
    const render = await this.renders.request(issue, body.purpose, actor)
    response.location(`/api/v1/renders/${render.id}`)
    return render
  }

  @Get('issues/:issue/renders')
  @InPublication('read the publication', anIssue)
  @Answers(200, renderList)
  async ofIssue(@Param('issue', { schema: idText }) issue: string): Promise<{ items: RenderAnswer[] }> {
    return { items: await this.renders.ofIssue(issue) }
  }

  @Get('renders/:render')
  @InPublication('read the publication', aRender)
  @Answers(200, renderAnswer)
  read(@Param('render', { schema: idText }) id: string): Promise<RenderAnswer> {
    return this.renders.find(id)
  }

  @Post('renders/:render/cancel')
  @InPublication('render drafts', aRender)
  @Answers(200, renderAnswer)
  cancel(@Param('render', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<RenderAnswer> {
    return this.renders.cancel(id, actor)
  }
}
