import type { IssueAnswer } from '#lib/editorial'
import { type Desk, openDesk } from '../server/desk/desk.js'
import { redisProgram, type TestRedis, testRedis } from '../server/services.js'
import { Author } from './author.js'
import type { Tables } from './tables.js'
import { judge, type Verdict } from './verdict.js'
import { type WorkerKind, WorkerProcess } from './worker-process.js'

export type Backend = 'postgres' | 'redis'
export const backends = (['postgres', 'redis'] as const).filter((kind) => kind === 'postgres' || redisProgram() !== undefined)

/** A desk with an editor who wishes for files, and workers outside it that may die. */
export class Scene {
  private readonly workers: WorkerProcess[] = []
  private readonly known = new Set<string>()

  private constructor(
    readonly desk: Desk,
    readonly redis: TestRedis | undefined,
    private readonly author: Author,
  ) {}

  static async open(backend: Backend): Promise<Scene> {
    const redis = backend === 'redis' ? await testRedis() : undefined
    const desk = await openDesk({ LOG_LEVEL: 'error', ...(redis === undefined ? {} : { REDIS_URL: redis.url }) })
    const editor = await desk.person('editor', '林编辑')
    const publication = await desk.publication('江州高教参考', { editor: [editor] })
    return new Scene(desk, redis, new Author(editor, publication))
  }

  get tables(): Tables {
    return this.desk.runtime.database
  }

  work(kind: WorkerKind, env?: (life: number) => NodeJS.ProcessEnv): WorkerProcess {
    const worker = new WorkerProcess(this.desk.runtime, kind, env)
    this.workers.push(worker)
    return worker
  }

  /** So many issues, all wished for; what is stored before the first worker begins is there by right. */
  async wish(count: number): Promise<void> {
    const issues: IssueAnswer[] = []
    for (let n = 0; n < count; n += 1) issues.push(await this.author.issue())
    for (const issue of issues) {
      // One person may not have twenty waiting; the house itself may.
      await this.tables.query('UPDATE renders SET requested_by = NULL')
      await this.author.wish(issue)
    }
    if (this.workers.length === 0) for await (const sha256 of this.desk.runtime.files.list()) this.known.add(sha256)
  }

  /** What the workers complained of last, for whoever looks into a failure. */
  get complaints(): string {
    return this.workers.map((worker) => worker.said.slice(-1500)).join('\n')
  }

  judge(): Promise<Verdict> {
    return judge(this.tables, this.desk.runtime.config.filesDir, this.known)
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()))
    await this.desk.close()
    await this.redis?.stop()
  }
}
