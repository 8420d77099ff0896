import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  type AuditLine,
  auditList,
  idText,
  type PageQuery,
  type PublicationAnswer,
  type PublicationChange,
  type PublicationRequest,
  pageQuery,
  publicationChange,
  publicationList,
  publicationRequest,
  publicationAnswer as publicationShape,
  styleList,
} from '#lib/editorial'
import { InHouse } from '../people/house-policy.js'
import { CurrentActor, SignedIn } from '../platform/guard/policy.js'
import { Answers, BasedOnVersion } from '../platform/http/answers.js'
import { requiredVersion, setVersion } from '../platform/http/etag.js'
import { InPublication } from './access.js'
import { AuditList } from './audit-list.js'
import { PublicationsService, publicationAnswer } from './publications.service.js'
import { TemplateShelf } from './template-shelf.js'

@ApiTags('publications')
@Controller()
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly shelf: TemplateShelf,
    private readonly audit: AuditList,
  ) {}

  @Get('styles')
  @SignedIn()
  @Answers(200, styleList)
  styles(): { items: { name: string; title: string }[] } {
    return { items: this.shelf.list().map(({ name, title }) => ({ name, title })) }
  }

  @Get('publications')
  @SignedIn()
  @Answers(200, publicationList)
  async list(@CurrentActor() actor: Actor): Promise<{ items: PublicationAnswer[] }> {
    return { items: await this.publications.list(actor) }
  }

  @Post('publications')
  @InHouse('make publications')
  @Answers(201, publicationShape)
  async add(
    @Body({ schema: publicationRequest }) body: PublicationRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublicationAnswer> {
    const made = publicationAnswer(await this.publications.add(body, actor), actor)
    setVersion(response, made.version)
    response.location(`/api/v1/publications/${made.id}`)
    return made
  }

  @Get('publications/:publication')
  @InPublication('read the publication')
  @Answers(200, publicationShape)
  async read(
    @Param('publication', { schema: idText }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublicationAnswer> {
    const found = await this.publications.find(id, actor)
    setVersion(response, found.version)
    return found
  }

  @Patch('publications/:publication')
  @InPublication('change the publication')
  @BasedOnVersion()
  @Answers(200, publicationShape)
  async change(
    @Param('publication', { schema: idText }) id: string,
    @Body({ schema: publicationChange }) body: PublicationChange,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublicationAnswer> {
    const changed = await this.publications.change(id, requiredVersion(request), body, actor)
    setVersion(response, changed.version)
    return changed
  }

  @Get('publications/:publication/audit')
  @InPublication('read the audit')
  @Answers(200, auditList, 'Who did what, newest first')
  auditOf(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<{ items: AuditLine[]; next: string | null }> {
    return this.audit.ofPublication(publication, query)
  }
}
