type End = () => Promise<void> | void

/** What must be undone when a program ends, in reverse order; usable at any moment, also in the middle of a start. */
export class Endings {
  private readonly list: End[] = []
  private finish: () => void = () => {}
  private ended = false
  /** Resolves when the end begins. */
  readonly over: Promise<readonly undefined[]> = new Promise((resolve) => {
    this.finish = () => resolve([])
  })

  /** Something was opened; this closes it. After the end it is closed at once. */
  async add(end: End): Promise<void> {
    if (this.ended) await end()
    else this.list.push(end)
  }

  get begun(): boolean {
    return this.ended
  }

  /** Closes everything; what fails does not keep the rest open. Answers the failures. */
  async run(): Promise<readonly unknown[]> {
    this.ended = true
    this.finish()
    const failures: unknown[] = []
    for (let end = this.list.pop(); end !== undefined; end = this.list.pop()) {
      try {
        await end()
      } catch (error) {
        failures.push(error)
      }
    }
    return failures
  }
}
