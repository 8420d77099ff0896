import { Module } from '@nestjs/common'
import { AUTHENTICATOR } from '../platform/guard/policy.js'
import { Arrivals } from './elsewhere/arrivals.js'
import { DirectorySignIn } from './elsewhere/directory-sign-in.js'
import { ElsewhereController } from './elsewhere/elsewhere.controller.js'
import { Errands } from './elsewhere/errands.js'
import { FarSignIn } from './elsewhere/far-sign-in.js'
import { IdentitiesController } from './elsewhere/identities.controller.js'
import { Identities } from './elsewhere/identities.js'
import { LogoutsController } from './elsewhere/logouts.controller.js'
import { Logouts } from './elsewhere/logouts.js'
import { NewPeople } from './elsewhere/new-people.js'
import { SignInWays } from './elsewhere/sign-in-ways.js'
import { Entrance } from './entrance.js'
import { FirstAdministrator } from './first-administrator.js'
import { KnownDevices } from './known-devices.js'
import { OwnPassword } from './own-password.js'
import { PasswordKeeper } from './password-keeper.js'
import { PeopleController } from './people.controller.js'
import { PeopleService } from './people.service.js'
import { SessionController } from './session.controller.js'
import { SessionAuthenticator } from './session-authenticator.js'
import { SessionDoor } from './session-door.js'
import { Sessions } from './sessions.js'
import { SignIn } from './sign-in.js'
import { SignInSubjects } from './sign-in-subjects.js'
import { SignInThrottle } from './sign-in-throttle.js'
import { TokenVisitors } from './tokens/token-visitors.js'
import { TokensController } from './tokens/tokens.controller.js'
import { TokensService } from './tokens/tokens.service.js'

const elsewhere = [SignInWays, Errands, Identities, NewPeople, Arrivals, FarSignIn, DirectorySignIn, Logouts]

@Module({
  controllers: [SessionController, ElsewhereController, LogoutsController, IdentitiesController, TokensController, PeopleController],
  providers: [
    PeopleService,
    PasswordKeeper,
    Sessions,
    SessionAuthenticator,
    { provide: AUTHENTICATOR, useExisting: SessionAuthenticator },
    SessionDoor,
    Entrance,
    SignIn,
    SignInSubjects,
    ...elsewhere,
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
