import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../apps/server/src/platform/database/embedded/embedded-database.js'
import { migrateUp } from '../../apps/server/src/platform/database/migrate.js'
import { prepareSchema } from '../../apps/server/src/platform/queue/queue-backend.js'
import { databaseUrl, templateName } from './database-url.js'

/** What the tests fork (task children, whole programs) must be compiled. One embedded PostgreSQL for the whole run (nothing forced to disk), with a template that every test file copies in some 50 ms. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync(process.execPath, ['bin/build.js', 'server'], { stdio: 'inherit' })
  const folder = await mkdtemp(join(tmpdir(), 'bianyin-cluster-'))
  const database = await startEmbedded(folder, { fsync: false, diesWithParent: true, maxConnections: 120 })
  await makeTemplate(database.url)
  project.provide('clusterUrl', database.url)
  return async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${templateName}`)
  await admin.end()
  const template = databaseUrl(url, templateName)
  await migrateUp(template)
  const pool = new pg.Pool({ connectionString: template, options: '-c search_path=bullmq', max: 1 })
  await prepareSchema(pool)
  await pool.end()
}
