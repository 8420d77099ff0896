import { Client, type ClientConfig } from 'pg'

/** A question that was not answered in time. */
const late = /Query read timeout/

/**
 * A connection that is given up once a question on it stays unanswered: a line cut somewhere on the way would otherwise stay in the pool,
 * and the next who borrows it would wait behind the lost question.
 * One that is cut while somebody holds it and asks nothing fails at the next question; as an event nobody listens to, it would end the program.
 */
export class ImpatientClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    this.on('error', () => {})
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown
    this.query = ((...asked: unknown[]) => {
      const answer = ask(...asked)
      if (answer instanceof Promise) answer.catch((error: Error) => late.test(error.message) && abandon(this, error))
      return answer
    }) as typeof this.query
  }
}

/** The socket is destroyed, so that both ends forget it; the pool makes a new one. */
function abandon(client: Client, reason: Error): void {
  const { stream } = (client as unknown as { connection: { stream: { destroy(reason: Error): void } } }).connection
  stream.destroy(reason)
}
