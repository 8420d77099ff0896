import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const shared = {
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  // Set-up files (the test cluster) run in an environment of their own.
  environments: { __vitest__: { resolve: { conditions: ['source'] } } },
}

/** What waits most comes first, so that what reckons fills the gaps; of one project, the order Vitest would choose. */
const order = ['faults', 'web', 'server', 'security', 'golden', 'unit']

class WaitersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return order.flatMap((name) => sorted.filter((file) => file.project.name === name))
  }
}

export default defineConfig({
  ...shared,
  test: {
    reporters: ['default'],
    // House: whole-server, web and fault tests wait for other processes more than half of their time; on two cores three files at a time keep both busy.
    maxWorkers: 3,
    sequence: { sequencer: WaitersFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['libs/**/*.test.ts', 'apps/server/src/**/*.test.ts', 'apps/web/src/**/*.test.ts', 'test/unit/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      { ...shared, test: { name: 'golden', include: ['test/golden/**/*.test.ts'], testTimeout: 180_000 } },
      {
        ...shared,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          globalSetup: ['test/server/cluster.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'security',
          include: ['test/security/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          globalSetup: ['test/server/cluster.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 180_000,
          globalSetup: ['test/server/cluster.ts'],
        },
      },
      {
        ...shared,
        test: { name: 'web', include: ['test/web/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
      },
    ],
  },
})
