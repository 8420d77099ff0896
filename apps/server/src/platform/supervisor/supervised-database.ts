import type { Config } from '../config/config.js'
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded/embedded-database.js'
import { isAlive } from '../database/embedded/postmaster-file.js'
import type { Log } from '../log/log.js'

const lookEveryMs = 300

/** The embedded database of a running house: begun again on the same port when it dies, so that open pools find their way back. */
export class SupervisedDatabase {
  private timer: NodeJS.Timeout | undefined
  private stopping = false
  private reviving: Promise<void> = Promise.resolve()

  private constructor(
    private database: EmbeddedDatabase,
    private readonly dataDir: string,
    private readonly log: Log,
  ) {
    this.lookAgain()
  }

  static async start({ dataDir }: Config, log: Log): Promise<SupervisedDatabase> {
    const database = await startEmbedded(dataDir)
    if (database.adopted) log.warn({ postgres: database.pid }, 'a database left running by a killed supervisor was taken over')
    return new SupervisedDatabase(database, dataDir, log)
  }

  get url(): string {
    return this.database.url
  }

  async stop(): Promise<void> {
    this.stopping = true
    clearTimeout(this.timer)
    await this.reviving
    await this.database.stop()
  }

  private lookAgain(): void {
    if (this.stopping) return
    this.timer = setTimeout(() => {
      this.reviving = (isAlive(this.database.pid) ? Promise.resolve() : this.revive()).finally(() => this.lookAgain())
    }, lookEveryMs)
  }

  private async revive(): Promise<void> {
    this.log.error({ postgres: this.database.pid }, 'the database died and is begun again')
    try {
      this.database = await startEmbedded(this.dataDir, { port: this.database.port })
    } catch (error) {
      this.log.error({ err: error }, 'the database could not be begun again; the next try follows')
    }
  }
}
