import { Module, type OnModuleInit } from '@nestjs/common'
import { JobHandlers } from '../platform/queue/job-handlers.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { attachmentErrand } from './attachments/attachment-errand.js'
import { AttachmentWork } from './attachments/attachment-work.js'
import { AttachmentsController } from './attachments/attachments.controller.js'
import { AttachmentsService } from './attachments/attachments.service.js'
import { BulletinReader } from './bulletin-reader.js'
import { ErrandRunner } from './errands/errand-runner.js'
import { Errands } from './errands/errands.js'
import { Outside } from './outside/outside.js'
import { PageCollector } from './pages/page-collector.js'
import { PageReader } from './pages/page-reader.js'
import { PicturesService } from './pictures.service.js'
import { SnapshotsService } from './snapshots.service.js'
import { SourceReader } from './source-reader.js'
import { SourcesController } from './sources.controller.js'

@Module({
  imports: [PublicationsModule],
  controllers: [SourcesController, AttachmentsController],
  providers: [
    SnapshotsService,
    PicturesService,
    SourceReader,
    BulletinReader,
    Outside,
    PageReader,
    PageCollector,
    Errands,
    ErrandRunner,
    AttachmentsService,
    AttachmentWork,
  ],
  exports: [
    SnapshotsService,
    AttachmentsService,
    PicturesService,
    SourceReader,
    BulletinReader,
    Outside,
    PageCollector,
    Errands,
    ErrandRunner,
  ],
})
export class SourcesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runner: ErrandRunner,
    private readonly attachments: AttachmentWork,
  ) {}

  onModuleInit(): void {
    const { queue, name } = attachmentErrand
    this.handlers.add(queue, name, (job) =>
      this.runner.run(attachmentErrand, job, (claim, signal) => this.attachments.bring(claim, signal)),
    )
  }
}
