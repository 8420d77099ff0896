import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseUrl, templateName } from './database-url.js'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly clusterUrl: string
  }
}

export interface FreshDatabase {
  readonly url: string
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** A database of this test's own, newest shape, empty. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = inject('clusterUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  await inCluster(cluster, `CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  const url = databaseUrl(cluster, name)
  return {
    url,
    query: (sql, params) => query(url, sql, params),
    drop: () => inCluster(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

const inCluster = async (url: string, sql: string): Promise<void> => {
  await query(url, sql)
}

async function query<Row extends object>(url: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...params])).rows
  } finally {
    await client.end()
  }
}
