import { Body, Controller, Get, Param, Post, Query, UploadedFile } from '@nestjs/common'
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  idText,
  invalid,
  type PageQuery,
  type PastBatchAnswer,
  type PastBatchRequest,
  type PastIssueAnswer,
  type PastIssueQuery,
  type PastIssueWhole,
  pageQuery,
  pastBatchAnswer,
  pastBatchPage,
  pastBatchRequest,
  pastIssueAnswer,
  pastIssuePage,
  pastIssueQuery,
  pastIssueWhole,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { TakesUpload } from '../../platform/http/uploads.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { PastBatchesService } from './past-batches.service.js'
import { PastIssuesService } from './past-issues.service.js'

const aBatch: Belonging = { table: 'past_batches', param: 'batch', missing: 'past/missing' }
export const aPastIssue: Belonging = { table: 'past_issues', param: 'issue', missing: 'past/missing' }

@ApiTags('past issues')
@Controller()
export class PastIssuesController {
  constructor(
    private readonly batches: PastBatchesService,
    private readonly issues: PastIssuesService,
  ) {}

  @Post('publications/:publication/past-batches')
  @InPublication('collect sources')
  @Answers(201, pastBatchAnswer, 'An empty batch; send its files one by one')
  make(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: pastBatchRequest }) body: PastBatchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PastBatchAnswer> {
    return this.batches.make(publication, body, actor.id)
  }

  @Get('publications/:publication/past-batches')
  @InPublication('read the publication')
  @Answers(200, pastBatchPage)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<{ items: PastBatchAnswer[]; next: string | null }> {
    return this.batches.list(publication, query)
  }

  @Get('past-batches/:batch')
  @InPublication('read the publication', aBatch)
  @Answers(200, pastBatchAnswer)
  read(@Param('batch', { schema: idText }) batch: string): Promise<PastBatchAnswer> {
    return this.batches.find(batch)
  }

  @Get('past-batches/:batch/issues')
  @InPublication('read the publication', aBatch)
  @Answers(200, pastIssuePage)
  files(
    @Param('batch', { schema: idText }) batch: string,
    @Query({ schema: pastIssueQuery }) query: PastIssueQuery,
  ): Promise<{ items: PastIssueAnswer[]; next: string | null }> {
    return this.batches.issues(batch, query)
  }

  /** One file of the batch; sent again after a break, it is taken once. */
  @Post('past-batches/:batch/issues')
  @InPublication('collect sources', aBatch)
  @TakesUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answers(202, pastIssueAnswer, 'Taken; it is read by the worker')
  add(
    @Param('batch', { schema: idText }) batch: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PastIssueAnswer> {
    if (file === undefined) throw invalid('source/nothing-sent')
    return this.issues.add(batch, { path: file.path, name: file.originalname, mediaType: file.mimetype }, actor.id)
  }

  @Get('past-issues/:issue')
  @InPublication('read the publication', aPastIssue)
  @Answers(200, pastIssueWhole, 'With its articles, the account of its lines, and what is in doubt')
  whole(@Param('issue', { schema: idText }) issue: string): Promise<PastIssueWhole> {
    return this.issues.whole(issue)
  }

  @Post('past-issues/:issue/retry')
  @InPublication('collect sources', aPastIssue)
  @Answers(202, pastIssueAnswer)
  retry(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<PastIssueAnswer> {
    return this.issues.retry(issue, actor.id)
  }

  @Post('past-issues/:issue/cancel')
  @InPublication('collect sources', aPastIssue)
  @Answers(200, pastIssueAnswer)
  cancel(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<PastIssueAnswer> {
    return this.issues.cancel(issue, actor.id)
  }

  /** The doubts have been looked at. */
  @Post('past-issues/:issue/confirm')
  @InPublication('collect sources', aPastIssue)
  @Answers(200, pastIssueAnswer)
  confirm(@Param('issue', { schema: idText }) issue: string, @CurrentActor() actor: Actor): Promise<PastIssueAnswer> {
    return this.issues.confirm(issue, actor.id)
  }
}
