import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AuditLog } from '../../../apps/server/src/platform/audit/audit-log.js'
import { ImpatientClient } from '../../../apps/server/src/platform/database/impatient-client.js'
import { inTransaction } from '../../../apps/server/src/platform/database/in-transaction.js'
import { clockSkewMs } from '../../../apps/server/src/platform/health/clock-skew.js'
import { type TestRuntime, testRuntime } from './runtime-for-test.js'

let runtime: TestRuntime
beforeAll(async () => {
  runtime = await testRuntime()
})
afterAll(() => runtime.close())

const act = (n: number) => ({
  person: 'p1',
  act: 'submit',
  object: 'issue',
  objectId: `i${n}`,
  publication: 'b1',
  detail: { n, 说明: '送审' },
})

test('the audit is a chain that verifies, also with fifty writers at once', async () => {
  const audit = new AuditLog(runtime.dataSource)
  await Promise.all(Array.from({ length: 50 }, (_, n) => inTransaction(runtime.dataSource, (tx) => audit.record(tx, act(n)))))
  const verdict = await audit.verify()
  expect(verdict).toMatchObject({ entries: 50, brokenAt: undefined })
})

test('an act of a transaction that came to nothing leaves no entry', async () => {
  const audit = new AuditLog(runtime.dataSource)
  const before = (await audit.verify()).entries
  await expect(
    inTransaction(runtime.dataSource, async (tx) => {
      await audit.record(tx, act(99))
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect((await audit.verify()).entries).toBe(before)
})

test.each(['UPDATE audit_entries SET person = null', 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'])(
  'the database refuses %s',
  async (sql) => {
    await expect(runtime.dataSource.query(sql)).rejects.toThrow('append-only')
  },
)

test('an entry changed behind the triggers is found', async () => {
  const audit = new AuditLog(runtime.dataSource)
  await runtime.database.query(`ALTER TABLE audit_entries DISABLE TRIGGER ALL`)
  await runtime.database.query(`UPDATE audit_entries SET act = 'release' WHERE sequence = 7`)
  expect((await audit.verify()).brokenAt).toBe(7)
  await runtime.database.query(`UPDATE audit_entries SET act = 'submit' WHERE sequence = 7`)
  expect((await audit.verify()).brokenAt).toBeUndefined()
})

test('a deadlock is tried again and both get through', async () => {
  const { dataSource } = runtime
  await dataSource.query('CREATE TABLE pair (id int primary key, n int not null)')
  await dataSource.query('INSERT INTO pair VALUES (1, 0), (2, 0)')
  const both = (first: number, second: number) =>
    inTransaction(dataSource, async (tx) => {
      await tx.query('UPDATE pair SET n = n + 1 WHERE id = $1', [first])
      await tx.query('SELECT pg_sleep(0.1)')
      await tx.query('UPDATE pair SET n = n + 1 WHERE id = $1', [second])
    })
  await Promise.all([both(1, 2), both(2, 1)])
  expect(await dataSource.query('SELECT n FROM pair ORDER BY id')).toEqual([{ n: 2 }, { n: 2 }])
})

test('a connection that is cut while somebody holds it and asks nothing is told at the next question, and takes no program along', async () => {
  const pool = new pg.Pool({ connectionString: runtime.database.url, Client: ImpatientClient } as pg.PoolConfig)
  const held = await pool.connect()
  try {
    const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    expect(() => held.emit('error', new Error('cut'))).not.toThrow()
    const ended = new Promise((resolve) => held.once('end', resolve))
    await runtime.database.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await ended
    await expect(held.query('SELECT 1')).rejects.toThrow('not queryable')
  } finally {
    held.release(true)
  }
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('the clock of the database is close to ours', async () => {
  expect(Math.abs(await clockSkewMs(runtime.dataSource))).toBeLessThan(2000)
})
