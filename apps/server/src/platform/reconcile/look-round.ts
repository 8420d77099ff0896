/** Does the work at once and then every so often, never two at a time, until stopped. */
export class LookRound {
  private stopped = false
  private timer: NodeJS.Timeout | undefined
  private running: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
  ) {}

  start(): void {
    if (this.stopped) return
    this.running = this.work().finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), this.everyMs)
    })
  }

  /** Ends after the round in hand. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.running.catch(() => {})
  }
}
