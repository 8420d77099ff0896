import { Inject, Injectable } from '@nestjs/common'
import { JOB_SPECS, type JobHandler, type JobSpec, specKey } from './job.js'

/** Who does which job. Features add theirs when their module starts. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, JobHandler>()

  constructor(@Inject(JOB_SPECS) readonly specs: readonly JobSpec[]) {}

  add(queue: string, name: string, handler: JobHandler): void {
    const key = specKey({ queue, name })
    if (this.handlers.has(key)) throw new Error(`job ${key} has two handlers`)
    this.handlers.set(key, handler)
  }

  handlerOf(queue: string, name: string): JobHandler {
    const handler = this.handlers.get(specKey({ queue, name }))
    if (handler === undefined) throw new Error(`job ${queue}/${name} has no handler`)
    return handler
  }

  specOf(queue: string, name: string): JobSpec {
    const spec = this.specs.find((one) => one.queue === queue && one.name === name)
    if (spec === undefined) throw new Error(`no job ${queue}/${name} is declared`)
    return spec
  }

  /** Throws unless declared jobs and handlers are the same list: asked before the worker takes its first job. */
  checkComplete(): void {
    const declared = new Set(this.specs.map(specKey))
    const idle = [...declared].filter((key) => !this.handlers.has(key))
    const stray = [...this.handlers.keys()].filter((key) => !declared.has(key))
    if (idle.length > 0) throw new Error(`no handler for ${idle.join(', ')}`)
    if (stray.length > 0) throw new Error(`handlers for jobs nobody declared: ${stray.join(', ')}`)
  }
}
