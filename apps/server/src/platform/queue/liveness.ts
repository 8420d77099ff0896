import { elapsedMs } from '../clock.js'

/** When each queue was last asked for work: a worker that is alive but deaf stops asking. */
export class Liveness {
  /** Told to take nothing: silence then means nothing. */
  resting = false
  private readonly polled = new Map<string, number>()
  private readonly busy = new Map<string, number>()

  constructor(private readonly concurrency: number) {}

  beat(queue: string): void {
    this.polled.set(queue, elapsedMs())
  }

  begin(queue: string): void {
    this.busy.set(queue, (this.busy.get(queue) ?? 0) + 1)
  }

  end(queue: string): void {
    this.busy.set(queue, (this.busy.get(queue) ?? 1) - 1)
    this.beat(queue)
  }

  /** Milliseconds since the laziest queue was asked; one with all hands full counts as asked now. */
  silenceMs(): number {
    if (this.resting) return 0
    const moments = [...this.polled].map(([queue, at]) => ((this.busy.get(queue) ?? 0) >= this.concurrency ? elapsedMs() : at))
    return moments.length === 0 ? 0 : elapsedMs() - Math.min(...moments)
  }
}
