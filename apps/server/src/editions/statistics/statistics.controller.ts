import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { idText, type StatisticsAnswer, statisticsAnswer, statisticsQuery } from '#lib/editorial'
import { Answers } from '../../platform/http/answers.js'
import { InPublication } from '../../publications/access.js'
import { StatisticsService } from './statistics.service.js'

@ApiTags('statistics')
@Controller('publications/:publication/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @InPublication('read the publication')
  @Answers(200, statisticsAnswer, 'Articles by source and column, issues, and how long stages took')
  read(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: statisticsQuery }) query: { year?: number | undefined },
  ): Promise<StatisticsAnswer> {
    return this.statistics.of(publication, query.year)
  }
}
