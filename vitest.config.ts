import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const shared = {
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  // Set-up files (the test cluster) run in an environment of their own.
  environments: { __vitest__: { resolve: { conditions: ['source'] } } },
}

/** With the large counts of --full, a test may take an hour. */
const patient = (ms: number): number => (process.env.FULL === '1' ? 3_600_000 : ms)

/** Of one project, the order Vitest would choose; the projects in this one. */
const order = ['web', 'server', 'security', 'golden', 'unit', 'apps']

/** The fault tests, which mostly wait, are spread among the others, which mostly reckon: so neither kind keeps the machine idle or crowded. */
class WaitersAmongReckoners extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    // Unmeasured files come by size, and the longest runs are in the shortest: they draw on a plan beside them.
    const waiting = sorted.filter((file) => file.project.name === 'faults').reverse()
    const reckoning = [...order, ''].flatMap((name) => sorted.filter((file) => isOf(file, name)))
    const first = Math.min(1, waiting.length)
    const gap = Math.max(1, Math.ceil(reckoning.length / 3 / Math.max(1, waiting.length - first)))
    const spread = reckoning.flatMap((file, at) => [file, ...((at + 1) % gap === 0 ? waiting.slice(...turn(first + (at + 1) / gap)) : [])])
    return [...waiting.slice(0, first), ...spread, ...waiting.slice(first + Math.floor(reckoning.length / gap))]
  }
}

const turn = (nth: number): [number, number] => [nth - 1, nth]

/** With the empty name: of a project that stands in no order. */
const isOf = ({ project }: TestSpecification, name: string): boolean =>
  name === '' ? project.name !== 'faults' && !order.includes(project.name) : project.name === name

export default defineConfig({
  ...shared,
  test: {
    reporters: ['default'],
    // House: whole-server, web and fault tests wait for other processes more than half of their time; on two cores three files at a time keep both busy; with more, browsers starve.
    maxWorkers: 3,
    sequence: { sequencer: WaitersAmongReckoners },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['libs/**/*.test.ts', 'test/unit/**/*.test.ts'],
          testTimeout: patient(30_000),
          // The rooms of libs keep nothing between two calls, so their tests need no process each.
          isolate: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'apps',
          include: ['apps/server/src/**/*.test.ts', 'apps/web/src/**/*.test.ts'],
          testTimeout: patient(30_000),
        },
      },
      { ...shared, test: { name: 'golden', include: ['test/golden/**/*.test.ts'], testTimeout: patient(180_000) } },
      {
        ...shared,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          testTimeout: patient(180_000),
          hookTimeout: 180_000,
          globalSetup: ['test/server/cluster.ts'],
          // Each file has a database and a house of its own; what a process keeps between them is the loaded code, a third of their time.
          isolate: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'security',
          include: ['test/security/**/*.test.ts'],
          testTimeout: patient(180_000),
          hookTimeout: 180_000,
          globalSetup: ['test/server/cluster.ts'],
          isolate: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: patient(900_000),
          hookTimeout: 180_000,
          globalSetup: ['test/server/cluster.ts'],
        },
      },
      {
        ...shared,
        test: { name: 'web', include: ['test/web/**/*.test.ts'], testTimeout: patient(180_000), hookTimeout: 180_000 },
      },
    ],
  },
})
