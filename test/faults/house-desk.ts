import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Colleague, goodPassword, newColleague, newPublication } from '../server/desk/desk.js'
import { Visitor } from '../server/desk/visitor.js'
import type { HouseProcess } from '../server/house-process.js'
import { Author } from './author.js'

/** The database of a house, wherever it listens now. */
export function databaseUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://bianyin:${password}@127.0.0.1:${port}/postgres`
}

/** The first editor of a house that has just been welcomed. */
export async function newAuthor(house: HouseProcess): Promise<{ author: Author; editor: Colleague; publication: string }> {
  const password = /一次性口令 (\S+?)（/.exec(house.out)?.[1] ?? ''
  const administrator = new Visitor(`http://127.0.0.1:${house.port}`)
  await administrator.signIn('admin', password)
  await administrator.choosePassword(password, goodPassword)
  const editor = await newColleague(administrator, 'editor', '林编辑')
  const publication = await newPublication(administrator, '江州高教参考', { editor: [editor] })
  return { author: new Author(editor, publication), editor, publication: publication.id }
}
