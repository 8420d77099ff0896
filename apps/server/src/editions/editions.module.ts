import { Module, type OnModuleInit } from '@nestjs/common'
import { ArticlesModule } from '../articles/articles.module.js'
import { IssuesModule } from '../issues/issues.module.js'
import { PeopleModule } from '../people/people.module.js'
import { JobHandlers } from '../platform/queue/job-handlers.js'
import { ProofsModule } from '../proofs/proofs.module.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { ReviewsModule } from '../reviews/reviews.module.js'
import { SourcesModule } from '../sources/sources.module.js'
import { DeskEvents } from './desk-events.js'
import { EditionMoves } from './edition-moves.js'
import { EditionReindexer } from './edition-reindexer.js'
import { EditionsController } from './editions.controller.js'
import { EditionsService } from './editions.service.js'
import { ErrorLedgerController } from './error-ledger/error-ledger.controller.js'
import { ErrorLedger } from './error-ledger/error-ledger.service.js'
import { EventsController } from './events.controller.js'
import { FlowSheetPress } from './flow-sheet/flow-sheet-press.js'
import { FlowSheetsController } from './flow-sheet/flow-sheets.controller.js'
import { FlowSheets } from './flow-sheet/flow-sheets.js'
import { HouseJobsController } from './house-jobs/house-jobs.controller.js'
import { HouseJobs } from './house-jobs/house-jobs.js'
import { KeptFiles } from './kept-files.js'
import { Press } from './press.js'
import { Archive } from './produce/archive.js'
import { Assembler } from './produce/assembler.js'
import { Gatherer } from './produce/gather.js'
import { GatheredStore } from './produce/gathered-store.js'
import { Producer } from './produce/producer.js'
import { RenderWait } from './produce/render-wait.js'
import { SampleIssue } from './produce/sample.js'
import { ContentsMailer } from './readers/contents-mailer.js'
import { MailController } from './readers/mail.controller.js'
import { ReadingRoomController } from './readers/reading-room.controller.js'
import { ReadingRoom } from './readers/reading-room.js'
import { SharesController } from './readers/shares.controller.js'
import { SharesService } from './readers/shares.service.js'
import { RenderClaims } from './render-claims.js'
import { RenderDesk, renderJob } from './render-desk.js'
import { RenderFinish } from './render-finish.js'
import { RenderReconciler } from './render-reconciler.js'
import { RenderWork } from './render-work.js'
import { RendersController } from './renders.controller.js'
import { RendersService } from './renders.service.js'
import { StatisticsController } from './statistics/statistics.controller.js'
import { StatisticsService } from './statistics/statistics.service.js'

@Module({
  imports: [PeopleModule, PublicationsModule, SourcesModule, ArticlesModule, ProofsModule, IssuesModule, ReviewsModule],
  controllers: [
    RendersController,
    EditionsController,
    EventsController,
    FlowSheetsController,
    ErrorLedgerController,
    SharesController,
    ReadingRoomController,
    StatisticsController,
    MailController,
    HouseJobsController,
  ],
  providers: [
    RendersService,
    RenderDesk,
    RenderClaims,
    RenderFinish,
    RenderWork,
    RenderReconciler,
    Press,
    EditionsService,
    EditionMoves,
    EditionReindexer,
    DeskEvents,
    KeptFiles,
    Gatherer,
    GatheredStore,
    Assembler,
    RenderWait,
    Producer,
    SampleIssue,
    Archive,
    FlowSheets,
    FlowSheetPress,
    ErrorLedger,
    SharesService,
    ReadingRoom,
    StatisticsService,
    ContentsMailer,
    HouseJobs,
  ],
  exports: [RendersService, EditionsService, Producer, KeptFiles],
})
export class EditionsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly work: RenderWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(renderJob.queue, renderJob.name, (job) => this.work.run(job))
  }
}
