import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core'
import { ProblemFilter } from './platform/errors/problem-filter.js'
import { SchemaPipe } from './platform/errors/schema-refusal.js'
import { DefaultDenyGuard } from './platform/guard/default-deny.guard.js'
import type { HouseFeatures } from './platform/house-features.js'
import { PlatformModule } from './platform/platform.module.js'
import type { Runtime } from './platform/runtime.js'

/** The program that answers requests. */
@Module({})
export class ApiModule {
  static forRoot(this: void, runtime: Runtime, features: HouseFeatures): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(runtime, features.jobs), ...features.modules],
      providers: [
        { provide: APP_GUARD, useClass: DefaultDenyGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: SchemaPipe },
      ],
    }
  }
}
