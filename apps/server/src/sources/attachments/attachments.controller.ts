import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { type Actor, type AttachmentAnswer, attachmentAnswer, idText } from '#lib/editorial'
import { FILES, type FileStore } from '../../platform/files/file-store.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers, AnswersFile } from '../../platform/http/answers.js'
import { sendFile } from '../../platform/http/send-file.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { AttachmentsService } from './attachments.service.js'

export const anAttachment: Belonging = { table: 'attachments', param: 'attachment', missing: 'attachment/missing' }

@ApiTags('sources')
@Controller('attachments/:attachment')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  /** Always as a download: nothing from outside runs here. */
  @Get('bytes')
  @InPublication('read the publication', anAttachment)
  @AnswersFile('The file, byte for byte', 'application/octet-stream')
  async bytes(@Param('attachment', { schema: idText }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { sha256, name } = await this.attachments.kept(id)
    const asciiName = `attachment-${sha256.slice(0, 8)}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`
    await sendFile(this.files, { sha256, name, mediaType: 'application/octet-stream', asciiName }, request, response)
  }

  /** Asks for one that was not had, or was only listed. */
  @Post('fetch')
  @InPublication('collect sources', anAttachment)
  @Answers(202, attachmentAnswer)
  fetch(@Param('attachment', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<AttachmentAnswer> {
    return this.attachments.fetch(id, actor.id)
  }

  @Post('cancel')
  @InPublication('collect sources', anAttachment)
  @Answers(200, attachmentAnswer)
  cancel(@Param('attachment', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<AttachmentAnswer> {
    return this.attachments.cancel(id, actor.id)
  }
}
