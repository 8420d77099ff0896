import { Module } from '@nestjs/common'
import { PublicationsModule } from '../publications/publications.module.js'
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
  controllers: [SourcesController],
  providers: [SnapshotsService, PicturesService, SourceReader, BulletinReader, Outside, PageReader, PageCollector, Errands, ErrandRunner],
  exports: [SnapshotsService, PicturesService, SourceReader, BulletinReader, Outside, PageCollector, Errands, ErrandRunner],
})
export class SourcesModule {}
