import { describe, expect, it } from 'vitest'
import { LIMITS, WINDOW_SECONDS, waitSeconds } from './throttle.js'

const failures = (...ages: number[]): number => waitSeconds(ages, LIMITS.account)

describe('how long a guesser waits', () => {
  it('lets the first tries through at once', () => expect(failures(0, 1, 2)).toBe(0))
  it('doubles the wait with each further one', () => {
    expect([failures(0, 0, 0, 0), failures(0, 0, 0, 0, 0), failures(0, 0, 0, 0, 0, 0, 0)]).toEqual([1, 2, 8])
  })
  it('counts the time already waited', () =>
    expect([failures(5, 60, 60, 60, 60, 60, 60), failures(9, 60, 60, 60, 60, 60, 60)]).toEqual([3, 0]))
  it('never lets more than ten through in fifteen minutes, however patient', () => {
    let now = 0
    const tries: number[] = []
    while (now < WINDOW_SECONDS) {
      const wait = waitSeconds(
        tries.map((at) => now - at),
        LIMITS.account,
      )
      if (wait === 0) tries.push(now)
      now += Math.max(1, wait)
    }
    expect(tries.length).toBe(10)
  })
  it('forgets what is older than the window', () => expect(failures(...Array<number>(20).fill(WINDOW_SECONDS))).toBe(0))
})
