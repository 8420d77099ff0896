/** Every step at which a render could be cut off, in the order in which they come. */
export const points = [
  'queue/before-ring',
  'queue/after-ring',
  'render/claimed',
  'files/before-sync',
  'files/before-rename',
  'files/after-rename',
  'render/stored-pdf',
  'render/stored-docx',
  'render/before-commit',
  'render/in-commit',
  'render/committed',
]

/** Large figures with --full. */
export const full = process.env.FULL === '1'

/** How often a thing is done at every change, and how often with --full. */
export const often = (few: number, many: number): number => (full ? many : few)

/** All named steps and ten random moments on both queues: what `npm run test:faults` does. `npm test` takes a share of each. */
export const whole = full || process.env.WHOLE === '1'

/** A share of the named steps: every second one, beginning with the first or the second; all of them where the whole is asked for. */
export const shareOf = (first: 0 | 1): readonly string[] => (whole ? points : points.filter((_, at) => at % 2 === first))

/** For the whole house, whose lives are long: every fourth step. */
export const fewOf = (first: 0 | 2): readonly string[] => (whole ? points : points.filter((_, at) => at % 4 === first))

/** The same for the worker alone: with --full each step five times, the two around the bell twenty-five times each. */
export const stepsOf = (first: 0 | 1): readonly string[] =>
  full ? points.flatMap((point) => Array<string>(point.startsWith('queue/') ? 25 : 5).fill(point)) : shareOf(first)

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** One line a run, to be read beside the others. */
export const figures = (what: string, facts: object): void => console.log(`faults ${what} ${JSON.stringify(facts)}`)
