import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import {
  type Actor,
  forbidden,
  idText,
  type NewTokenAnswer,
  newToken,
  type TokenAnswer,
  type TokenRequest,
  tokenList,
  tokenRequest,
} from '#lib/editorial'
import { CurrentActor, CurrentVisitor, SignedIn, type Visitor } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { TokensService } from './tokens.service.js'

/** Tokens are made and revoked by a person at the desk, never by a token. */
@ApiTags('session')
@Controller('session/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @SignedIn()
  @Answers(200, tokenList, 'One’s own')
  async list(@CurrentActor() actor: Actor): Promise<{ items: TokenAnswer[] }> {
    return { items: await this.tokens.list(actor.id) }
  }

  @Post()
  @SignedIn()
  @Answers(201, newToken, 'The secret is shown this once')
  make(
    @Body({ schema: tokenRequest }) body: TokenRequest,
    @CurrentActor() actor: Actor,
    @CurrentVisitor() visitor: Visitor | undefined,
  ): Promise<NewTokenAnswer> {
    atTheDesk(visitor)
    return this.tokens.make(body, actor)
  }

  @Delete(':token')
  @SignedIn()
  @Answers(204, undefined, 'It opens nothing any more')
  revoke(
    @Param('token', { schema: idText }) id: string,
    @CurrentActor() actor: Actor,
    @CurrentVisitor() visitor: Visitor | undefined,
  ): Promise<void> {
    atTheDesk(visitor)
    return this.tokens.revoke(id, actor.id)
  }
}

function atTheDesk(visitor: Visitor | undefined): void {
  if (visitor?.via !== 'cookie') throw forbidden('people/not-by-token')
}
