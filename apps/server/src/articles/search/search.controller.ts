import { Controller, Get, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, type SearchHit, type SearchRequest, searchPage, searchRequest } from '#lib/editorial'
import { CurrentActor, SignedIn } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { SearchService } from './search.service.js'

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Whoever is signed in searches what they may see. */
  @Get()
  @SignedIn()
  @Answers(200, searchPage)
  find(
    @Query({ schema: searchRequest }) query: SearchRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: SearchHit[]; next: string | null }> {
    return this.search.find(query, actor)
  }
}
