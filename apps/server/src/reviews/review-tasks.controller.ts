import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, type ReviewTask, reviewTaskList } from '#lib/editorial'
import { CurrentActor, SignedIn } from '../platform/guard/policy.js'
import { Answers } from '../platform/http/answers.js'
import { ReviewTasks } from './review-tasks.js'

@ApiTags('reviews')
@Controller('session/reviews')
export class ReviewTasksController {
  constructor(private readonly tasks: ReviewTasks) {}

  @Get()
  @SignedIn()
  @Answers(200, reviewTaskList, 'What waits for one’s own decision, the nearest day first')
  async mine(@CurrentActor() actor: Actor): Promise<{ items: ReviewTask[] }> {
    return { items: await this.tasks.of(actor) }
  }
}
