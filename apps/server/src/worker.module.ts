import { type DynamicModule, Module } from '@nestjs/common'
import type { HouseFeatures } from './platform/house-features.js'
import { PlatformModule } from './platform/platform.module.js'
import type { Runtime } from './platform/runtime.js'

/** The program that does the jobs; it has the same features and no routes. */
@Module({})
export class WorkerModule {
  static forRoot(this: void, runtime: Runtime, features: HouseFeatures): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.forRoot(runtime, features.jobs), ...features.modules] }
  }
}
