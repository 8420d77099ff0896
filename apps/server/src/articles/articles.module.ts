import { Module, type OnModuleInit } from '@nestjs/common'
import { JobHandlers } from '../platform/queue/job-handlers.js'
import { PublicationsModule } from '../publications/publications.module.js'
import type { ErrandKind } from '../sources/errands/errand.js'
import { ErrandRunner, type ErrandWork } from '../sources/errands/errand-runner.js'
import { SourcesModule } from '../sources/sources.module.js'
import { ArticleCopies } from './article-copies.js'
import { ArticleList } from './article-list.js'
import { ArticlesController } from './articles.controller.js'
import { ArticlesService } from './articles.service.js'
import { BulletinImporter } from './bulletin-importer.js'
import { CollectController } from './collect.controller.js'
import { Collector } from './collector.js'
import { DuplicatesController } from './duplicates/duplicates.controller.js'
import { DuplicatesService } from './duplicates/duplicates.service.js'
import { Likenesses } from './duplicates/likenesses.js'
import { feedErrand } from './feeds/feed-errand.js'
import { FeedReader } from './feeds/feed-reader.js'
import { FeedSchedule } from './feeds/feed-schedule.js'
import { FeedWork } from './feeds/feed-work.js'
import { FeedsController } from './feeds/feeds.controller.js'
import { FeedsService } from './feeds/feeds.service.js'
import { FindsService } from './feeds/finds.service.js'
import { FetchDesk } from './fetches/fetch-desk.js'
import { fetchErrand } from './fetches/fetch-errand.js'
import { FetchWork } from './fetches/fetch-work.js'
import { FetchedStore } from './fetches/fetched-store.js'
import { FetchesController } from './fetches/fetches.controller.js'
import { FetchesService } from './fetches/fetches.service.js'
import { OriginsController } from './origins/origins.controller.js'
import { OriginsService } from './origins/origins.service.js'
import { BulletinRenewer } from './past-issues/bulletin-renewer.js'
import { PastBatchesService } from './past-issues/past-batches.service.js'
import { pastErrand } from './past-issues/past-errand.js'
import { PastIssuesController } from './past-issues/past-issues.controller.js'
import { PastIssuesService } from './past-issues/past-issues.service.js'
import { PastWork } from './past-issues/past-work.js'
import { RepairsController } from './past-issues/repairs.controller.js'
import { RepairsService } from './past-issues/repairs.service.js'
import { ArticleIndexer } from './search/article-indexer.js'
import { ArticleSearch } from './search/article-search.js'
import { IndexKeeper } from './search/index-keeper.js'
import { PageSearch } from './search/page-search.js'
import { SearchController } from './search/search.controller.js'
import { SearchService } from './search/search.service.js'
import { SiteRuleTrials } from './site-rules/site-rule-trials.js'
import { SiteRulesController } from './site-rules/site-rules.controller.js'
import { SiteRulesService } from './site-rules/site-rules.service.js'
import { Tidier } from './tidy/tidier.js'
import { TidyController } from './tidy/tidy.controller.js'
import { WorkInHand } from './work-in-hand.js'

@Module({
  imports: [PublicationsModule, SourcesModule],
  controllers: [
    ArticlesController,
    CollectController,
    FetchesController,
    DuplicatesController,
    SearchController,
    PastIssuesController,
    RepairsController,
    FeedsController,
    TidyController,
    OriginsController,
    SiteRulesController,
  ],
  providers: [
    ArticlesService,
    ArticleList,
    ArticleCopies,
    ArticleIndexer,
    IndexKeeper,
    ArticleSearch,
    PageSearch,
    SearchService,
    Likenesses,
    DuplicatesService,
    Collector,
    BulletinImporter,
    FetchDesk,
    FetchesService,
    FetchWork,
    FetchedStore,
    PastBatchesService,
    PastIssuesService,
    PastWork,
    BulletinRenewer,
    RepairsService,
    FeedsService,
    FindsService,
    FeedSchedule,
    FeedReader,
    FeedWork,
    Tidier,
    OriginsService,
    SiteRulesService,
    SiteRuleTrials,
    WorkInHand,
  ],
  exports: [WorkInHand, ArticlesService, Collector, BulletinImporter],
})
export class ArticlesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runner: ErrandRunner,
    private readonly fetches: FetchWork,
    private readonly pastIssues: PastWork,
    private readonly feeds: FeedWork,
  ) {}

  onModuleInit(): void {
    this.errand(fetchErrand, (claim, signal) => this.fetches.bring(claim, signal))
    this.errand(feedErrand, (claim, signal) => this.feeds.visit(claim, signal))
    this.errand(pastErrand, (claim, signal) => this.pastIssues.bring(claim, signal))
  }

  private errand(kind: ErrandKind, work: ErrandWork): void {
    this.handlers.add(kind.queue, kind.name, (job) => this.runner.run(kind, job, work))
  }
}
