import { invalid } from '#lib/editorial'
import { serveTasks } from '../../../dist/apps/server/src/platform/children/serve-tasks.js'

const tasks = {
  double: (input) => ({ doubled: input.n * 2, bytes: new Uint8Array([1, 2, 3]), pid: process.pid }),
  steps: async (_input, { progress }) => {
    for (let step = 1; step <= 3; step += 1) progress({ step })
    return 'done'
  },
  refuse: () => {
    throw invalid('typeset/missing-glyph', { character: '㐂' })
  },
  fail: () => {
    throw new Error('a bug')
  },
  hang: () => {
    for (;;);
  },
  hoard: () => {
    const kept = []
    for (;;) kept.push({ text: 'x'.repeat(1000) + kept.length })
  },
  buffers: async () => {
    const kept = []
    for (;;) {
      kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  },
  quit: () => process.exit(7),
  environment: () => Object.keys(process.env).sort(),
}

serveTasks(Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, async () => task])))
