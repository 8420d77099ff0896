import { Controller, Delete, Get, Param } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, type IgnoreAnswer, idText, ignoreList } from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { IgnoresService } from './ignores.service.js'

export const anIgnore: Belonging = { table: 'finding_ignores', param: 'ignore', missing: 'proof/ignore-missing' }

@ApiTags('proofs')
@Controller()
export class IgnoresController {
  constructor(private readonly ignores: IgnoresService) {}

  @Get('publications/:publication/ignores')
  @InPublication('read the publication')
  @Answers(200, ignoreList, 'Words and rules the publication lets stand')
  async list(@Param('publication', { schema: idText }) publication: string): Promise<{ items: IgnoreAnswer[] }> {
    return { items: await this.ignores.list(publication) }
  }

  @Delete('ignores/:ignore')
  @InPublication('let rules rest', anIgnore)
  @Answers(204, undefined, 'Found again from now on')
  remove(@Param('ignore', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.ignores.remove(id, actor.id)
  }
}
