import { Body, Controller, Param, Post, UploadedFile } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  type CollectedAnswer,
  collectedAnswer,
  type ImportedAnswer,
  idText,
  importedAnswer,
  invalid,
  type PasteRequest,
  pasteRequest,
} from '#lib/editorial'
import { type Once, OnceKey } from '../people/once.js'
import { CurrentActor } from '../platform/guard/policy.js'
import { Answers, Repeatable } from '../platform/http/answers.js'
import { TakesUpload } from '../platform/http/uploads.js'
import { InPublication } from '../publications/access.js'
import { BulletinImporter } from './bulletin-importer.js'
import { Collector } from './collector.js'

@ApiTags('sources')
@Controller('publications/:publication/sources')
export class CollectController {
  constructor(
    private readonly collector: Collector,
    private readonly importer: BulletinImporter,
  ) {}

  @Post('text')
  @InPublication('collect sources')
  @Repeatable()
  @Answers(201, collectedAnswer, 'The pasted text as snapshot and article')
  takeText(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: pasteRequest }) body: PasteRequest,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
  ): Promise<CollectedAnswer> {
    return this.collector.takePaste(body, { publication, by: actor.id, once })
  }

  @Post('file')
  @InPublication('collect sources')
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Repeatable()
  @Answers(201, collectedAnswer, 'The file as snapshot and article')
  takeFile(
    @Param('publication', { schema: idText }) publication: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
  ): Promise<CollectedAnswer> {
    if (file === undefined) throw invalid('source/nothing-sent')
    return this.collector.takeFile(
      { path: file.path, name: file.originalname, mediaType: file.mimetype },
      { publication, by: actor.id, once },
    )
  }

  /** A past bulletin, taken apart into its articles; every line is accounted for. */
  @Post('bulletin')
  @InPublication('collect sources')
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Repeatable()
  @Answers(201, importedAnswer)
  takeBulletin(
    @Param('publication', { schema: idText }) publication: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentActor() actor: Actor,
    @OnceKey() once: Once | undefined,
  ): Promise<ImportedAnswer> {
    if (file === undefined) throw invalid('source/nothing-sent')
    return this.importer.take(
      { path: file.path, name: file.originalname, mediaType: file.mimetype },
      { publication: () => publication, by: actor.id, once },
    )
  }
}
