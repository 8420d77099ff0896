import { Controller, Get, Param } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, type DuplicateAnswer, duplicateList, idText } from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { anArticle } from '../articles.controller.js'
import { DuplicatesService } from './duplicates.service.js'

@ApiTags('articles')
@Controller('articles/:article/duplicates')
export class DuplicatesController {
  constructor(private readonly duplicates: DuplicatesService) {}

  /** What the house has already of this article, and where it was printed. */
  @Get()
  @InPublication('read the publication', anArticle)
  @Answers(200, duplicateList)
  async of(@Param('article', { schema: idText }) article: string, @CurrentActor() actor: Actor): Promise<{ items: DuplicateAnswer[] }> {
    return { items: await this.duplicates.of(article, actor) }
  }
}
