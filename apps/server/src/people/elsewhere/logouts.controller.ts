import { Body, Controller, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { FromMachines } from '../../platform/guard/policy.js'
import { Answers } from '../../platform/http/answers.js'
import { Logouts } from './logouts.js'

/** Where a provider's server tells that somebody has signed out there. */
@ApiTags('session')
@Controller('session')
export class LogoutsController {
  constructor(private readonly logouts: Logouts) {}

  @Post('cas/callback')
  @FromMachines()
  @Answers(204, undefined, 'The session of the ticket has ended')
  cas(@Body() body: unknown): Promise<void> {
    return this.logouts.byCas(field(body, 'logoutRequest'))
  }

  @Post('oidc/logout')
  @FromMachines()
  @Answers(204, undefined, 'The sessions of the logout token have ended')
  oidc(@Body() body: unknown): Promise<void> {
    return this.logouts.byOidc(field(body, 'logout_token'))
  }
}

const field = (body: unknown, name: string): string => {
  const value = (body as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}
