import type { Desk } from '../server/desk/desk.js'

export interface Crowd {
  readonly blobs: number
  readonly issues: number
  readonly articles: number
}

/** So many kept originals, issues and articles more, straight into the store and the tables: copies of what is there, each with a name of its own. */
export async function crowd({ runtime }: Desk, { blobs, issues, articles }: Crowd): Promise<void> {
  const { files, database } = runtime
  const hashes: string[] = []
  for (let n = 0; n < blobs; n += 1) hashes.push((await files.put(Buffer.from(`第${n}份原件`))).sha256)
  await database.query(
    `INSERT INTO snapshots (id, publication, sha256, bytes, name, origin, media_type)
     SELECT gen_random_uuid(), (SELECT id FROM publications LIMIT 1), sha256, 12, '原件.txt', 'upload', 'text/plain' FROM unnest($1::text[]) sha256`,
    [hashes],
  )
  await copies(database, 'issues', issues, `'number', 1000 + n, 'total_number', 1000 + n`)
  await copies(database, 'articles', articles, `'version', 1`)
  await database.query(
    `INSERT INTO article_versions SELECT (jsonb_populate_record(v, jsonb_build_object('article', a.id, 'number', 1))).*
     FROM (SELECT v FROM article_versions v LIMIT 1) one, articles a WHERE NOT EXISTS (SELECT FROM article_versions w WHERE w.article = a.id)`,
  )
  // With their index, which the house would otherwise make of them while somebody compares.
  await database.query(
    `INSERT INTO article_index SELECT (jsonb_populate_record(i, jsonb_build_object('article', a.id))).*
     FROM (SELECT i FROM article_index i LIMIT 1) one, articles a WHERE NOT EXISTS (SELECT FROM article_index j WHERE j.article = a.id)`,
  )
}

/** Copies of a table's first row, changed in the columns named. */
async function copies(database: Desk['runtime']['database'], table: string, count: number, changes: string): Promise<void> {
  await database.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(one.t, jsonb_build_object('id', gen_random_uuid(), ${changes}))).*
     FROM (SELECT t FROM ${table} t LIMIT 1) one, generate_series(1, $1::int) n`,
    [count],
  )
}
