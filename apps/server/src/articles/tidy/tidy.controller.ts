import { Body, Controller, Headers, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type TidyAnswer, type TidyRequest, tidyAnswer, tidyRequest } from '#lib/editorial'
import { languageOf } from '../../platform/errors/problem.js'
import { Answers } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { anArticle } from '../articles.controller.js'
import { Tidier } from './tidier.js'

@ApiTags('articles')
@Controller('articles/:article/tidy')
export class TidyController {
  constructor(private readonly tidier: Tidier) {}

  /** Changes nothing: answers how the body given would read. */
  @Post()
  @InPublication('edit articles', anArticle)
  @Answers(200, tidyAnswer, 'How the body would read, change by change')
  tidy(@Body({ schema: tidyRequest }) body: TidyRequest, @Headers('accept-language') language: string | undefined): Promise<TidyAnswer> {
    return this.tidier.tidy(body, languageOf(language))
  }
}
