import { Module } from '@nestjs/common'
import { IssuesModule } from '../issues/issues.module.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { ReviewMoves } from './review-moves.js'
import { ReviewsController } from './reviews.controller.js'
import { ReviewsService } from './reviews.service.js'

@Module({
  imports: [PublicationsModule, IssuesModule],
  controllers: [ReviewsController],
  providers: [ReviewsService, ReviewMoves],
  exports: [ReviewsService, ReviewMoves],
})
export class ReviewsModule {}
