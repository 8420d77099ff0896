import type { DynamicModule, Type } from '@nestjs/common'
import type { EntityClass } from './database/data-source.js'
import type { JobSpec } from './queue/job.js'

/** What the features hand to the platform, in one list (features.ts). */
export interface HouseFeatures {
  readonly modules: readonly (Type | DynamicModule)[]
  readonly entities: readonly EntityClass[]
  readonly jobs: readonly JobSpec[]
  /** Request paths whose bodies hold whole articles (8 MiB instead of 2). */
  readonly largeBodies: readonly RegExp[]
}
