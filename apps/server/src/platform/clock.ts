/** The only place that reads the machine's clock; everything else is handed a time. */
export const now = (): Date => new Date()

/** Milliseconds since 1970 by this machine. */
export const nowMs = (): number => Date.now()

/** Milliseconds on a clock that never jumps, for measuring how long something took. */
export const elapsedMs = (): number => performance.now()

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
