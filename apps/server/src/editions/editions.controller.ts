import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { type EditionAnswer, editionAnswer, editionList, fileFormat, idText, type Manifest, manifestShape } from '#lib/editorial'
import { anIssue } from '../issues/issues.controller.js'
import { EdgeRefusal } from '../platform/errors/edge-refusal.js'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { Answers, AnswersFile } from '../platform/http/answers.js'
import { sendFile } from '../platform/http/send-file.js'
import { type Belonging, InPublication } from '../publications/access.js'
import type { FileFormat } from './edition-file.entity.js'
import { EditionsService } from './editions.service.js'
import { mediaTypes } from './media-types.js'

export const anEdition: Belonging = { table: 'editions', param: 'edition', missing: 'edition/missing' }

@ApiTags('editions')
@Controller()
export class EditionsController {
  constructor(
    private readonly editions: EditionsService,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get('issues/:issue/editions')
  @InPublication('read the publication', anIssue)
  @Answers(200, editionList)
  async ofIssue(@Param('issue', { schema: idText }) issue: string): Promise<{ items: EditionAnswer[] }> {
    return { items: await this.editions.ofIssue(issue) }
  }

  @Get('editions/:edition')
  @InPublication('read the publication', anEdition)
  @Answers(200, editionAnswer)
  read(@Param('edition', { schema: idText }) id: string): Promise<EditionAnswer> {
    return this.editions.find(id)
  }

  @Get('editions/:edition/manifest')
  @InPublication('download editions', anEdition)
  @Answers(200, manifestShape, 'What is in the edition, from the sources’ hashes to the printed pages')
  async manifest(@Param('edition', { schema: idText }) id: string): Promise<Manifest> {
    return (await this.editions.row(id)).manifest
  }

  /** A recalled edition is gone, a superseded one comes with a mark. */
  @Get('editions/:edition/files/:format')
  @InPublication('download editions', anEdition)
  @AnswersFile('The file, its SHA-256 in X-Content-SHA256', mediaTypes.pdf, mediaTypes.docx)
  async download(
    @Param('edition', { schema: idText }) id: string,
    @Param('format', { schema: fileFormat }) format: FileFormat,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { edition, file } = await this.editions.file(id, format)
    if (edition.state === 'recalled') throw new EdgeRefusal(410, 'edition/recalled', { reason: edition.recallReason ?? '' })
    if (edition.state === 'superseded') response.setHeader('Deprecation', 'true')
    const asciiName = `bulletin-${edition.contentHash.slice(0, 8)}-${edition.number}.${format}`
    await sendFile(this.files, { sha256: file.sha256, name: file.name, mediaType: mediaTypes[format], asciiName }, request, response)
  }
}
