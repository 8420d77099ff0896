import { startHouse } from '../house.js'
import { type Command, textOption } from '../platform/command/command.js'
import { runProgram } from '../platform/program/run-program.js'

export const start: Command = {
  usage: 'start [--port N] [--data DIR]',
  summary: { zh: '启动整个编辑台：数据库、接口、队列工人、网页', en: 'Start the whole desk: database, API, worker, web' },
  options: { port: { type: 'string' }, data: { type: 'string' } },
  words: [0, 0],
  run: (args, io) => runProgram('house', startHouse, { port: textOption(args, 'port'), data: textOption(args, 'data') }, io.signal),
}
