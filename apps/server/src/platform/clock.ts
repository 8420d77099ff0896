/** The only place that reads the machine's clock; everything else is handed a time. */
export const now = (): Date => new Date()

/** Milliseconds since 1970 by this machine. */
export const nowMs = (): number => Date.now()

/** Milliseconds on a clock that never jumps, for measuring how long something took. */
export const elapsedMs = (): number => performance.now()

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The work's result, or an error when it is not there in time; the work itself goes on unheard. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
