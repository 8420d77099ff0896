/** Lets a few in at a time and keeps the rest waiting in line; a line that is too long sends people away. */
export class Turnstile {
  private inside = 0
  private readonly line: (() => void)[] = []

  constructor(
    private readonly places: number,
    private readonly longest: number,
    private readonly tooLong: () => Error,
  ) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.places) await this.wait()
    else this.inside += 1
    try {
      return await work()
    } finally {
      this.leave()
    }
  }

  /** The place is handed over, so a newcomer cannot slip in between. */
  private leave(): void {
    const next = this.line.shift()
    if (next === undefined) this.inside -= 1
    else next()
  }

  private wait(): Promise<void> {
    if (this.line.length >= this.longest) throw this.tooLong()
    return new Promise((resolve) => this.line.push(resolve))
  }
}
