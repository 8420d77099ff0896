import type { Language } from '#lib/editorial'

/** The language of the terminal: English where the locale says so, Chinese everywhere else. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en/i.test(locale) ? 'en' : 'zh'
}
