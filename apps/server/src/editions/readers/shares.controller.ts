import { Body, Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  fileFormat,
  idText,
  type NewShare,
  newShare,
  type ShareAnswer,
  type SharedEdition,
  type ShareRequest,
  sharedEdition,
  shareList,
  shareRequest,
  shareToken,
} from '#lib/editorial'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { CurrentActor, Public } from '../../platform/guard/policy.js'
import { Answers, AnswersFile } from '../../platform/http/answers.js'
import { sendFile } from '../../platform/http/send-file.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import type { FileFormat } from '../edition-file.entity.js'
import { anEdition } from '../editions.controller.js'
import { EditionsService } from '../editions.service.js'
import { mediaTypes } from '../media-types.js'
import { SharesService } from './shares.service.js'

export const aShare: Belonging = { table: 'share_links', param: 'share', missing: 'edition/share-missing' }

@ApiTags('readers')
@Controller()
export class SharesController {
  constructor(
    private readonly shares: SharesService,
    private readonly editions: EditionsService,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get('editions/:edition/shares')
  @InPublication('share editions', anEdition)
  @Answers(200, shareList)
  async list(@Param('edition', { schema: idText }) edition: string): Promise<{ items: ShareAnswer[] }> {
    return { items: await this.shares.list(edition) }
  }

  @Post('editions/:edition/shares')
  @InPublication('share editions', anEdition)
  @Answers(201, newShare, 'The token is shown this once')
  make(
    @Param('edition', { schema: idText }) edition: string,
    @Body({ schema: shareRequest }) body: ShareRequest,
    @CurrentActor() actor: Actor,
  ): Promise<NewShare> {
    return this.shares.make(edition, body, actor.id)
  }

  @Delete('shares/:share')
  @InPublication('share editions', aShare)
  @Answers(204, undefined, 'It opens nothing any more')
  revoke(@Param('share', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.shares.revoke(id, actor.id)
  }

  @Get('shared/:token')
  @Public()
  @Answers(200, sharedEdition, 'What the link opens')
  read(@Param('token', { schema: shareToken }) token: string): Promise<SharedEdition> {
    return this.shares.shared(token)
  }

  @Get('shared/:token/files/:format')
  @Public()
  @AnswersFile('The file, its SHA-256 in X-Content-SHA256', mediaTypes.pdf, mediaTypes.docx)
  async download(
    @Param('token', { schema: shareToken }) token: string,
    @Param('format', { schema: fileFormat }) format: FileFormat,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { edition } = await this.shares.opened(token)
    const { file } = await this.editions.file(edition, format)
    const sent = { sha256: file.sha256, name: file.name, mediaType: mediaTypes[format], asciiName: `bulletin.${format}` }
    await sendFile(this.files, sent, request, response)
  }
}
