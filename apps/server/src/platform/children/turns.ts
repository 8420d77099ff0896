interface Waiter {
  readonly go: () => void
}

/** So many at once, the others in the order they came. */
export class Turns {
  private taken = 0
  private readonly waiting: Waiter[] = []

  constructor(private readonly places: number) {}

  get busy(): number {
    return this.taken
  }

  get waitingNow(): number {
    return this.waiting.length
  }

  /** Resolves when it is one's turn; rejects with the signal's reason when that comes first. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    if (this.taken < this.places) {
      this.taken += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1)
        reject(signal?.reason)
      }
      const waiter: Waiter = {
        go: () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.waiting.push(waiter)
    })
  }

  /** Gives one's place to the next in line. */
  give(): void {
    const next = this.waiting.shift()
    if (next === undefined) this.taken -= 1
    else next.go()
  }
}
