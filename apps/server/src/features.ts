import type { HouseFeatures } from './platform/house-features.js'

/** The features of the house in their order, with what each brings along. */
export const features: HouseFeatures = {
  modules: [],
  entities: [],
  jobs: [],
  largeBodies: [],
}
