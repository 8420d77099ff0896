import { Module, type OnModuleInit } from '@nestjs/common'
import { ArticlesModule } from '../articles/articles.module.js'
import { JobHandlers } from '../platform/queue/job-handlers.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { ErrandRunner } from '../sources/errands/errand-runner.js'
import { Errands } from '../sources/errands/errands.js'
import { SourcesModule } from '../sources/sources.module.js'
import { FixesController } from './fixes/fixes.controller.js'
import { FixesService } from './fixes/fixes.service.js'
import { IgnoresController } from './ignores/ignores.controller.js'
import { IgnoresService } from './ignores/ignores.service.js'
import { outsideCheckErrand } from './outside/outside-check-errand.js'
import { OutsideCheckWork } from './outside/outside-check-work.js'
import { OutsideChecker } from './outside/outside-checker.js'
import { OutsideChecksController } from './outside/outside-checks.controller.js'
import { OutsideChecksService } from './outside/outside-checks.service.js'
import { Proofreader } from './proofreader.js'
import { ProofsController } from './proofs.controller.js'
import { ProofsService } from './proofs.service.js'
import { RosterController } from './roster/roster.controller.js'
import { RosterService } from './roster/roster.service.js'
import { RosterShelf } from './roster/roster-shelf.js'
import { RosterTables } from './roster/roster-tables.js'
import { SettlementsService } from './settlements.service.js'

@Module({
  imports: [PublicationsModule, SourcesModule, ArticlesModule],
  controllers: [ProofsController, IgnoresController, FixesController, RosterController, OutsideChecksController],
  providers: [
    ProofsService,
    SettlementsService,
    Proofreader,
    IgnoresService,
    FixesService,
    RosterService,
    RosterShelf,
    RosterTables,
    OutsideChecker,
    OutsideChecksService,
    OutsideCheckWork,
  ],
  exports: [ProofsService, Proofreader],
})
export class ProofsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runner: ErrandRunner,
    private readonly outside: OutsideCheckWork,
    private readonly errands: Errands,
  ) {}

  onModuleInit(): void {
    const kind = outsideCheckErrand
    this.errands.watch(kind)
    this.handlers.add(kind.queue, kind.name, (job) => this.runner.run(kind, job, (claim, signal) => this.outside.read(claim, signal)))
  }
}
