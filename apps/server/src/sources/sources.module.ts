import { Module } from '@nestjs/common'
import { PublicationsModule } from '../publications/publications.module.js'
import { BulletinReader } from './bulletin-reader.js'
import { PicturesService } from './pictures.service.js'
import { SnapshotsService } from './snapshots.service.js'
import { SourceReader } from './source-reader.js'
import { SourcesController } from './sources.controller.js'

@Module({
  imports: [PublicationsModule],
  controllers: [SourcesController],
  providers: [SnapshotsService, PicturesService, SourceReader, BulletinReader],
  exports: [SnapshotsService, PicturesService, SourceReader, BulletinReader],
})
export class SourcesModule {}
