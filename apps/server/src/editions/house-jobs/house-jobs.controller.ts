import { Controller, Get, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { type Actor, idText, type RenderAnswer, renderAnswer, renderList, renderStates } from '#lib/editorial'
import { InHouse } from '../../people/house-policy.js'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { HouseJobs } from './house-jobs.js'

const query = z.strictObject({ state: z.enum(renderStates).optional() })

/** The renders of every publication, for who keeps the house running. */
@ApiTags('operations')
@Controller('house/renders')
export class HouseJobsController {
  constructor(private readonly jobs: HouseJobs) {}

  @Get()
  @InHouse('run operations')
  @Answers(200, renderList, 'Those waiting, running or failed, the oldest first; or those of one state, the latest first')
  async list(@Query({ schema: query }) { state }: z.infer<typeof query>): Promise<{ items: RenderAnswer[] }> {
    return { items: await this.jobs.answers(state) }
  }

  @Post(':render/retry')
  @InHouse('run operations')
  @Answers(200, renderAnswer)
  retry(@Param('render', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<RenderAnswer> {
    return this.jobs.retry(id, actor.id)
  }

  @Post(':render/cancel')
  @InHouse('run operations')
  @Answers(200, renderAnswer)
  cancel(@Param('render', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<RenderAnswer> {
    return this.jobs.cancel(id, actor.id)
  }
}
