import { Module } from '@nestjs/common'
import { ArticlesModule } from '../articles/articles.module.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { Proofreader } from './proofreader.js'
import { ProofsController } from './proofs.controller.js'
import { ProofsService } from './proofs.service.js'
import { SettlementsService } from './settlements.service.js'

@Module({
  imports: [PublicationsModule, ArticlesModule],
  controllers: [ProofsController],
  providers: [ProofsService, SettlementsService, Proofreader],
  exports: [ProofsService, Proofreader],
})
export class ProofsModule {}
