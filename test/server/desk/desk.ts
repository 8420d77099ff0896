import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { type NewPersonAnswer, newPersonAnswer, type PublicationAnswer, publicationAnswer, type Role } from '#lib/editorial'
import { ApiModule } from '../../../apps/server/src/api.module.js'
import { features } from '../../../apps/server/src/features.js'
import { FirstAdministrator } from '../../../apps/server/src/people/first-administrator.js'
import { createApi } from '../../../apps/server/src/platform/http/create-api.js'
import { endEventStreams } from '../../../apps/server/src/platform/http/event-stream.js'
import { startWorker } from '../../../apps/server/src/platform/queue/start-worker.js'
import { WorkerModule } from '../../../apps/server/src/worker.module.js'
import { type TestRuntime, testRuntime } from '../platform/runtime-for-test.js'
import { good, Visitor } from './visitor.js'

/** A password nobody would try, the same for everyone in the tests. */
export const goodPassword = '油墨未干，先看清样再付印'

/** The whole API on a database and a folder of its own, with its first administrator signed in. */
export interface Desk {
  readonly runtime: TestRuntime
  readonly app: NestExpressApplication
  readonly base: string
  readonly administrator: Visitor
  readonly visitor: () => Visitor
  /** A new person, signed in with a password of their own. */
  readonly person: (login: string, name?: string) => Promise<Colleague>
  readonly publication: (name: string, members?: Partial<Record<Role, readonly Colleague[]>>, more?: object) => Promise<PublicationAnswer>
  /** Begins to take jobs. */
  readonly work: () => Promise<void>
  readonly close: () => Promise<void>
}

export class Colleague extends Visitor {
  constructor(
    base: string,
    readonly id: string,
    readonly login: string,
  ) {
    super(base)
  }
}

export async function openDesk(env: NodeJS.ProcessEnv = {}): Promise<Desk> {
  const runtime = await testRuntime(env, features.entities)
  const app = await createApi(ApiModule.forRoot(runtime, features), runtime, { largeBodies: features.largeBodies })
  await app.listen(0, '127.0.0.1')
  let worker: { stop: () => Promise<void> } | undefined
  const base = (await app.getUrl()).replace('[::1]', '127.0.0.1')
  const administrator = await firstAdministrator(app, base)
  const visitor = (): Visitor => new Visitor(base)
  const person = (login: string, name = login): Promise<Colleague> => newColleague(administrator, login, name)
  return {
    runtime,
    app,
    base,
    administrator,
    visitor,
    person,
    publication: (name, members, more) => newPublication(administrator, name, members, more),
    work: async () => {
      worker = await openWorker(runtime)
    },
    close: async () => {
      endEventStreams()
      await worker?.stop()
      await app.close()
      await runtime.close()
    },
  }
}

async function openWorker(runtime: TestRuntime): Promise<{ stop: () => Promise<void> }> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot(runtime, features), {
    logger: false,
    abortOnError: false,
  })
  const worker = await startWorker(context, runtime)
  return {
    stop: async () => {
      await worker.stop()
      await context.close()
    },
  }
}

async function firstAdministrator(app: NestExpressApplication, base: string): Promise<Visitor> {
  const first = await app.get(FirstAdministrator, { strict: false }).prepare()
  if (first === undefined) throw new Error('the house already has an administrator')
  const administrator = new Visitor(base)
  await administrator.signIn(first.login, first.oneTimePassword)
  await administrator.choosePassword(first.oneTimePassword, goodPassword)
  return administrator
}

export async function newColleague(administrator: Visitor, login: string, name: string): Promise<Colleague> {
  const made: NewPersonAnswer = good(await administrator.post('/people', { login, name }), newPersonAnswer, 201)
  const colleague = new Colleague(administrator.base, made.person.id, login)
  await colleague.signIn(login, made.oneTimePassword)
  await colleague.choosePassword(made.oneTimePassword, goodPassword)
  return colleague
}

export async function newPublication(
  administrator: Visitor,
  name: string,
  members: Partial<Record<Role, readonly Colleague[]>> = {},
  more: object = {},
): Promise<PublicationAnswer> {
  const asked = { name, publisher: '江州大学发展规划部', style: 'planning-and-decision', columns: ['政策文件', '院校资讯'], ...more }
  const made = good(await administrator.post('/publications', asked), publicationAnswer, 201)
  const roles = new Map<string, Role[]>()
  for (const [role, colleagues] of Object.entries(members))
    for (const one of colleagues) roles.set(one.id, [...(roles.get(one.id) ?? []), role as Role])
  for (const [person, held] of roles) await administrator.put(`/publications/${made.id}/members/${person}`, { roles: held })
  return made
}
