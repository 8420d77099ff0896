import type { Language } from '#lib/editorial'
import type { Command, CommandTable } from './command.js'

const words = {
  zh: {
    usage: '用法',
    title: '编印：从来稿到成品 DOCX 与 PDF 的编辑台',
    commands: '命令',
    more: '用 bianyin COMMAND --help 看一条命令的写法。',
  },
  en: {
    usage: 'Usage',
    title: 'Bianyin: from source article to finished DOCX and PDF',
    commands: 'Commands',
    more: 'See bianyin COMMAND --help for one command.',
  },
}

/** One command: how it is typed and what it does. */
export const usageOf = (command: Command, language: Language): string =>
  `${words[language].usage}: bianyin ${command.usage}\n  ${command.summary[language]}`

/** All commands, one a line. */
export async function helpText(table: CommandTable, language: Language): Promise<string> {
  const said = words[language]
  const listed = Object.entries(table).filter(([name]) => !name.startsWith('.'))
  const commands = await Promise.all(listed.map(async ([, load]) => load()))
  const width = Math.max(...commands.map((command) => command.usage.length))
  const lines = commands.map((command) => `  ${command.usage.padEnd(Math.min(width, 60))}  ${command.summary[language]}`)
  return `${said.title}\n\n${said.commands}:\n${lines.join('\n')}\n\n${said.more}\n`
}
