import { messageText } from '#lib/editorial'
import { IndexKeeper } from '../articles/search/index-keeper.js'
import { EditionReindexer } from '../editions/edition-reindexer.js'
import { features } from '../features.js'
import { type Command, flag, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

export const reindex: Command = {
  usage: 'reindex [--data DIR] [--json]',
  summary: { zh: '重建检索和查重用的索引', en: 'Make the index for search and duplicates anew' },
  options: { data: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 0],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const tell = (code: string, params: Record<string, string | number>): void => io.tell(`${messageText(code, params, io.language)}\n`)
    const done = await withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, async ({ app }) => {
      const articles = await app.get(IndexKeeper, { strict: false }).rebuild((count) => tell('reindex/articles', { count }))
      const pages = app.get(EditionReindexer, { strict: false })
      return { articles, editions: await pages.rebuild(io.signal, (name) => tell('reindex/edition', { name })) }
    })
    io.out(flag(args, 'json') ? `${JSON.stringify(done)}\n` : `${messageText('reindex/done', done, io.language)}\n`)
    return exitCode.done
  },
}
