import { invalid, messageText, type NewPersonAnswer, type PersonAnswer, type PersonRequest, personRequest } from '#lib/editorial'
import { features } from '../features.js'
import { PeopleService } from '../people/people.service.js'
import { type Command, type CommandArgs, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

const shared = { data: { type: 'string' }, json: { type: 'boolean' } } as const

/** The people of the house, joined where it runs, opened alone where it does not. */
async function withPeople<T>(args: CommandArgs, io: CommandIo, work: (people: PeopleService) => Promise<T>): Promise<T> {
  const config = readConfig(io.env, { data: textOption(args, 'data') })
  return withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, ({ app }) =>
    work(app.get(PeopleService, { strict: false })),
  )
}

/** The one-time password goes to the output alone, so that it can be piped. */
function tellNew({ person, oneTimePassword }: NewPersonAnswer, args: CommandArgs, io: CommandIo): number {
  if (flag(args, 'json')) io.out(`${JSON.stringify({ person, oneTimePassword })}\n`)
  else {
    io.tell(`${messageText('user/one-time-password', { login: person.login }, io.language)}\n`)
    io.out(`${oneTimePassword}\n`)
  }
  return exitCode.done
}

export const userAdd: Command = {
  usage: 'user add LOGIN NAME [--administrator] [--data DIR] [--json]',
  summary: { zh: '新增一个账号，给出一次性口令', en: 'Add an account and show its one-time password' },
  options: { ...shared, administrator: { type: 'boolean' } },
  words: [2, 2],
  async run(args, io) {
    const [login = '', name = ''] = args.positionals
    const wanted = { login, name, houseAdministrator: flag(args, 'administrator') }
    return tellNew(await withPeople(args, io, (people) => people.add(checkedPerson(wanted), null)), args, io)
  },
}

export const userList: Command = {
  usage: 'user list [--data DIR] [--json]',
  summary: { zh: '列出账号', en: 'List the accounts' },
  options: shared,
  words: [0, 0],
  async run(args, io) {
    const all = await withPeople(args, io, everyone)
    if (flag(args, 'json')) io.out(`${JSON.stringify(all)}\n`)
    else for (const one of all) io.out(`${marks(one)} ${one.login.padEnd(20)} ${one.name}\n`)
    return exitCode.done
  },
}

export const userPassword: Command = {
  usage: 'user passwd LOGIN [--data DIR] [--json]',
  summary: { zh: '重置口令，给出新的一次性口令', en: 'Reset a password and show the new one-time password' },
  options: shared,
  words: [1, 1],
  async run(args, io) {
    const reset = async (people: PeopleService): Promise<NewPersonAnswer> =>
      people.resetPassword((await people.findByLogin(args.positionals[0] ?? '')).id, null)
    return tellNew(await withPeople(args, io, reset), args, io)
  },
}

export const userDisable: Command = {
  usage: 'user disable LOGIN [--data DIR] [--json]',
  summary: { zh: '停用账号，立即退出其全部登录', en: 'Disable an account and end its sessions at once' },
  options: shared,
  words: [1, 1],
  async run(args, io) {
    const person = await withPeople(args, io, async (people) => {
      const { id, version } = await people.findByLogin(args.positionals[0] ?? '')
      return people.change(id, version, { disabled: true }, null)
    })
    if (flag(args, 'json')) io.out(`${JSON.stringify(person)}\n`)
    return exitCode.done
  },
}

/** The command line keeps to the same shapes as the interface. */
function checkedPerson(wanted: PersonRequest): PersonRequest {
  const read = personRequest.safeParse(wanted)
  if (!read.success)
    throw invalid('command/bad-usage', { reason: String(read.error.issues[0]?.path[0]), usage: `bianyin ${userAdd.usage}` })
  return read.data
}

const marks = (one: PersonAnswer): string => `${one.disabled ? '✗' : '✓'}${one.houseAdministrator ? '*' : ' '}`

async function everyone(people: PeopleService): Promise<PersonAnswer[]> {
  const all: PersonAnswer[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await people.list({ after, limit: 200 })
    all.push(...items)
    if (next === null) return all
    after = next
  }
}
