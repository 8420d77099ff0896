import { Module } from '@nestjs/common'
import { PublicationsModule } from '../publications/publications.module.js'
import { SourcesModule } from '../sources/sources.module.js'
import { ArticleList } from './article-list.js'
import { ArticlesController } from './articles.controller.js'
import { ArticlesService } from './articles.service.js'
import { BulletinImporter } from './bulletin-importer.js'
import { CollectController } from './collect.controller.js'
import { Collector } from './collector.js'

@Module({
  imports: [PublicationsModule, SourcesModule],
  controllers: [ArticlesController, CollectController],
  providers: [ArticlesService, ArticleList, Collector, BulletinImporter],
  exports: [ArticlesService, Collector, BulletinImporter],
})
export class ArticlesModule {}
