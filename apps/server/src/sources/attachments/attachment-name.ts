import { archiveName } from '../archive-name.js'

const ENDING = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|ofd|wps|et|txt|csv)$/i

/** What a file is called: by the words of its link, with the ending its address has where the words have none. */
export function attachmentName(said: string, url: string): string {
  const name = archiveName(said)
  if (ENDING.test(name)) return name
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  return archiveName(name + (ENDING.exec(path)?.[0].toLowerCase() ?? ''))
}

/** Kinds of files an article can be made of. */
export const isReadable = (name: string): boolean => /\.(?:pdf|docx?|txt)$/i.test(name)
