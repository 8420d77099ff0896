import { describe, expect, it } from 'vitest'
import { Turnstile } from './turnstile.js'

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the turnstile', () => {
  it('lets no more in than it has places, and everyone in the end', async () => {
    const turnstile = new Turnstile(2, 10, () => new Error('full'))
    let inside = 0
    let most = 0
    const visits = Array.from({ length: 7 }, () =>
      turnstile.pass(async () => {
        inside += 1
        most = Math.max(most, inside)
        await tick()
        inside -= 1
      }),
    )
    await Promise.all(visits)
    expect([most, inside]).toEqual([2, 0])
  })
  it('sends away whoever finds the line too long', async () => {
    const turnstile = new Turnstile(1, 1, () => new Error('full'))
    const first = turnstile.pass(tick)
    const second = turnstile.pass(tick)
    await expect(turnstile.pass(tick)).rejects.toThrow('full')
    await Promise.all([first, second])
  })
  it('gives the place back when the work fails', async () => {
    const turnstile = new Turnstile(1, 1, () => new Error('full'))
    await expect(turnstile.pass(() => Promise.reject(new Error('work')))).rejects.toThrow('work')
    await expect(turnstile.pass(() => Promise.resolve(7))).resolves.toBe(7)
  })
})
