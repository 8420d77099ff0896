import { Module } from '@nestjs/common'
import { ArticlesModule } from '../articles/articles.module.js'
import { IssuesModule } from '../issues/issues.module.js'
import { PublicationsModule } from '../publications/publications.module.js'
import { CommentBook } from './comments/comment-book.js'
import { CommentsController } from './comments/comments.controller.js'
import { CommentsService } from './comments/comments.service.js'
import { Suggestions } from './comments/suggestions.js'
import { Looks } from './looks.js'
import { ReviewMoves } from './review-moves.js'
import { ReviewTasksController } from './review-tasks.controller.js'
import { ReviewTasks } from './review-tasks.js'
import { ReviewsController } from './reviews.controller.js'
import { ReviewsService } from './reviews.service.js'
import { StageWork } from './stage-work.js'

@Module({
  imports: [PublicationsModule, ArticlesModule, IssuesModule],
  controllers: [ReviewsController, CommentsController, ReviewTasksController],
  providers: [ReviewsService, ReviewMoves, StageWork, Looks, ReviewTasks, CommentsService, CommentBook, Suggestions],
  exports: [ReviewsService, ReviewMoves],
})
export class ReviewsModule {}
