import { Controller, Get, Inject, Param, Post, Query, Req, Res, UploadedFile } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import {
  type Actor,
  type ImageRef,
  idText,
  invalid,
  type PageQuery,
  pageQuery,
  pictureAnswer,
  type SnapshotAnswer,
  sha256Text,
  snapshotAnswer,
  snapshotList,
} from '#lib/editorial'
import { FILES, type FileStore } from '../platform/files/file-store.js'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers, AnswersFile } from '../platform/http/answers.js'
import { sendFile } from '../platform/http/send-file.js'
import { TakesUpload } from '../platform/http/uploads.js'
import { type Belonging, InPublication } from '../publications/access.js'
import { PicturesService } from './pictures.service.js'
import { SnapshotsService } from './snapshots.service.js'

export const aSnapshot: Belonging = { table: 'snapshots', param: 'snapshot', missing: 'source/missing' }

@ApiTags('sources')
@Controller()
export class SourcesController {
  constructor(
    private readonly snapshots: SnapshotsService,
    private readonly pictures: PicturesService,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get('publications/:publication/snapshots')
  @InPublication('read the publication')
  @Answers(200, snapshotList)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<{ items: SnapshotAnswer[]; next: string | null }> {
    return this.snapshots.list(publication, query)
  }

  @Get('snapshots/:snapshot')
  @InPublication('read the publication', aSnapshot)
  @Answers(200, snapshotAnswer)
  async read(@Param('snapshot', { schema: idText }) id: string): Promise<SnapshotAnswer> {
    return this.snapshots.answer(await this.snapshots.find(id))
  }

  /** Always as a download: a page from outside never runs here. */
  @Get('snapshots/:snapshot/bytes')
  @InPublication('read the publication', aSnapshot)
  @AnswersFile('The original, byte for byte', 'application/octet-stream')
  async bytes(@Param('snapshot', { schema: idText }) id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { sha256, name } = await this.snapshots.find(id)
    await sendFile(
      this.files,
      { sha256, name, mediaType: 'application/octet-stream', asciiName: `source-${sha256.slice(0, 8)}.bin` },
      request,
      response,
    )
  }

  @Get('publications/:publication/pictures/:sha256')
  @InPublication('read the publication')
  @AnswersFile('The picture', 'image/png', 'image/jpeg')
  async picture(
    @Param('publication', { schema: idText }) publication: string,
    @Param('sha256', { schema: sha256Text }) sha256: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType } = await this.pictures.find(publication, sha256)
    const name = `${sha256.slice(0, 8)}.${mediaType === 'image/png' ? 'png' : 'jpg'}`
    await sendFile(this.files, { sha256, mediaType, name, asciiName: name, kind: 'inline' }, request, response)
  }

  /** A picture for articles of this publication; the same picture again is the same one. */
  @Post('publications/:publication/pictures')
  @InPublication('edit articles')
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answers(201, pictureAnswer, 'What an article names the picture by')
  addPicture(
    @Param('publication', { schema: idText }) publication: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ImageRef> {
    if (file === undefined) throw invalid('source/nothing-sent')
    return this.pictures.add(publication, file.path, actor.id)
  }
}
