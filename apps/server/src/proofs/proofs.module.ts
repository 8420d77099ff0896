import { Module } from '@nestjs/common'
import { ArticlesModule } from '../articles/articles.module.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { FixesController } from './fixes/fixes.controller.js'
import { FixesService } from './fixes/fixes.service.js'
import { IgnoresController } from './ignores/ignores.controller.js'
import { IgnoresService } from './ignores/ignores.service.js'
import { Proofreader } from './proofreader.js'
import { ProofsController } from './proofs.controller.js'
import { ProofsService } from './proofs.service.js'
import { RosterController } from './roster/roster.controller.js'
import { RosterService } from './roster/roster.service.js'
import { RosterShelf } from './roster/roster-shelf.js'
import { RosterTables } from './roster/roster-tables.js'
import { SettlementsService } from './settlements.service.js'

@Module({
  imports: [PublicationsModule, ArticlesModule],
  controllers: [ProofsController, IgnoresController, FixesController, RosterController],
  providers: [ProofsService, SettlementsService, Proofreader, IgnoresService, FixesService, RosterService, RosterShelf, RosterTables],
  exports: [ProofsService, Proofreader],
})
export class ProofsModule {}
