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

/** Small figures at every change, large ones with --full. */
export const full = process.env.FULL === '1'

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** One line a run, to be read beside the others. */
export const figures = (what: string, facts: object): void => console.log(`faults ${what} ${JSON.stringify(facts)}`)
