import { Module } from '@nestjs/common'
import { AUTHENTICATOR } from '../platform/guard/policy.js'
import { FirstAdministrator } from './first-administrator.js'
import { KnownDevices } from './known-devices.js'
import { OwnPassword } from './own-password.js'
import { PasswordKeeper } from './password-keeper.js'
import { PeopleController } from './people.controller.js'
import { PeopleService } from './people.service.js'
import { SessionController } from './session.controller.js'
import { SessionAuthenticator } from './session-authenticator.js'
import { Sessions } from './sessions.js'
import { SignIn } from './sign-in.js'
import { SignInThrottle } from './sign-in-throttle.js'
import { TokenVisitors } from './tokens/token-visitors.js'
import { TokensController } from './tokens/tokens.controller.js'
import { TokensService } from './tokens/tokens.service.js'

@Module({
  controllers: [SessionController, TokensController, PeopleController],
  providers: [
    PeopleService,
    PasswordKeeper,
    Sessions,
    SessionAuthenticator,
    { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
    SignIn,
    SignInThrottle,
    KnownDevices,
    OwnPassword,
    FirstAdministrator,
    TokensService,
    TokenVisitors,
  ],
  exports: [PeopleService, FirstAdministrator, AUTHENTICATOR, SessionAuthenticator, Sessions],
})
export class PeopleModule {}
