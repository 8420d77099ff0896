import { messageText } from '#lib/editorial'
import { Archive, type Archived } from '../editions/produce/archive.js'
import { features } from '../features.js'
import { type Command, type CommandIo, flag, textOption } from '../platform/command/command.js'
import { withHouse } from '../platform/command/with-house.js'
import { readConfig } from '../platform/config/read-config.js'
import { exitCode } from '../platform/program/exit-code.js'
import { WorkerModule } from '../worker.module.js'

export const importBulletin: Command = {
  usage: 'import FILE [--publication P] [--data DIR] [--json]',
  summary: { zh: '把往期简报拆成稿件，存入资料库', en: 'Take a past bulletin apart and put its articles into the archive' },
  options: { publication: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
  words: [1, 1],
  async run(args, io) {
    const config = readConfig(io.env, { data: textOption(args, 'data') })
    const archived = await withHouse({ config, features, module: WorkerModule.forRoot, jobs: false }, ({ app }) =>
      app.get(Archive, { strict: false }).import(args.positionals[0] ?? '', textOption(args, 'publication') ?? null),
    )
    if (flag(args, 'json')) io.out(`${JSON.stringify(archived.imported)}\n`)
    else print(archived, io)
    return exitCode.done
  },
}

function print({ publication, imported }: Archived, io: CommandIo): void {
  const articles = imported.columns.reduce((sum, column) => sum + column.articles.length, 0)
  io.tell(`${messageText('import/done', { articles, publication }, io.language)}\n`)
  for (const column of imported.columns) {
    if (column.name !== null) io.out(`【${column.name}】\n`)
    for (const one of column.articles)
      io.out(`${one.lines.join('-').padEnd(10)} ${one.title}${one.source === null ? '' : `　${one.source}`}\n`)
  }
  for (const doubt of imported.doubts) io.out(`? ${doubt.line ?? ''} ${doubt.message}\n`)
  const { nonBlank, frontMatter, contents, labels, articles: inArticles, residue } = imported.lines
  io.out(`${nonBlank} = ${frontMatter} + ${contents} + ${labels} + ${inArticles} + ${residue.length}\n`)
}
