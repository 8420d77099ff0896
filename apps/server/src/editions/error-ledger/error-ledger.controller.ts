import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  type ErrorLine,
  type ErrorQuery,
  type ErrorRates,
  type ErrorRequest,
  errorLine,
  errorList,
  errorQuery,
  errorRates,
  errorRequest,
  idText,
} from '#lib/editorial'
import { CurrentActor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { type Belonging, InPublication } from '../../publications/access.js'
import { ErrorLedger } from './error-ledger.service.js'

export const anError: Belonging = { table: 'confirmed_errors', param: 'error', missing: 'proof/error-missing' }

@ApiTags('error ledger')
@Controller()
export class ErrorLedgerController {
  constructor(private readonly ledger: ErrorLedger) {}

  @Get('publications/:publication/errors')
  @InPublication('read the publication')
  @Answers(200, errorList)
  list(
    @Param('publication', { schema: idText }) publication: string,
    @Query({ schema: errorQuery }) query: ErrorQuery,
  ): Promise<{ items: ErrorLine[]; next: string | null }> {
    return this.ledger.list(publication, query)
  }

  @Post('publications/:publication/errors')
  @InPublication('keep the error ledger')
  @Answers(201, errorLine)
  add(
    @Param('publication', { schema: idText }) publication: string,
    @Body({ schema: errorRequest }) body: ErrorRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ErrorLine> {
    return this.ledger.add(publication, body, actor.id)
  }

  @Get('publications/:publication/error-rates')
  @InPublication('read the publication')
  @Answers(200, errorRates, 'By issue, kind and stage, as the official rules count')
  rates(@Param('publication', { schema: idText }) publication: string): Promise<ErrorRates> {
    return this.ledger.rates(publication)
  }

  @Delete('errors/:error')
  @InPublication('keep the error ledger', anError)
  @Answers(204, undefined, 'Struck from the ledger; the audit keeps it')
  remove(@Param('error', { schema: idText }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.ledger.remove(id, actor.id)
  }
}
