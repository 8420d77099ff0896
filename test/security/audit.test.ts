import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AuditLog } from '../../apps/server/src/platform/audit/audit-log.js'
import { inTransaction } from '../../apps/server/src/platform/database/in-transaction.js'
import { chance } from '../faults/chance.js'
import { type TestRuntime, testRuntime } from '../server/platform/runtime-for-test.js'

const length = 60
const tries = process.env.FULL === '1' ? 1000 : 60

let runtime: TestRuntime
let audit: AuditLog
let head: string
beforeAll(async () => {
  runtime = await testRuntime()
  audit = new AuditLog(runtime.dataSource)
  for (let n = 0; n < length; n += 1)
    await inTransaction(runtime.dataSource, (tx) =>
      audit.record(tx, { person: `p${n % 3}`, act: 'change', object: 'thing', objectId: `t${n % 7}`, detail: { 标题: `第${n}次`, n } }),
    )
  head = (await audit.verify()).head
})
afterAll(() => runtime.close())

describe('the audit', () => {
  it('is whole as it was written, and a rolled-back act leaves no trace', async () => {
    await expect(
      inTransaction(runtime.dataSource, async (tx) => {
        await audit.record(tx, { person: null, act: 'x', object: 'thing', objectId: 't' })
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await audit.verify()).toEqual({ entries: length, head, brokenAt: undefined })
  })

  it.each(['UPDATE audit_entries SET act = act', 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'])('refuses “%s”', async (sql) => {
    await expect(runtime.database.query(sql)).rejects.toThrow('append-only')
  })

  it('shows every tampering, even by one who can switch the refusal off', async () => {
    const random = chance(20_260_101)
    const unseen: string[] = []
    for (let n = 0; n < tries; n += 1) {
      const { name, sql } = tampering(random)
      await inTransaction(runtime.dataSource, async (tx) => {
        await tx.query('ALTER TABLE audit_entries DISABLE TRIGGER USER')
        for (const one of sql) await tx.query(one)
        const verdict = await new AuditLog(tx as never).verify()
        if (verdict.brokenAt === undefined && verdict.head === head) unseen.push(name)
        throw new Error('only tried')
      }).catch((error: Error) => {
        if (error.message !== 'only tried') throw error
      })
    }
    expect(unseen).toEqual([])
    expect(await audit.verify()).toEqual({ entries: length, head, brokenAt: undefined })
  })
})

/** Edit, delete, insert, reorder, cut the tail: at a place chance chooses. */
function tampering(random: (below: number) => number): { name: string; sql: string[] } {
  const at = 1 + random(length - 1)
  const field = ['act', 'person', 'object_id', 'hash', 'previous_hash'][random(5)] as string
  const kinds: Record<string, string[]> = {
    edit: [`UPDATE audit_entries SET ${field} = 'x' WHERE sequence = ${at}`],
    detail: [`UPDATE audit_entries SET detail = detail || '{"n":-1}' WHERE sequence = ${at}`],
    time: [`UPDATE audit_entries SET at = at - interval '1 day' WHERE sequence = ${at}`],
    delete: [`DELETE FROM audit_entries WHERE sequence = ${at}`],
    closed: [`DELETE FROM audit_entries WHERE sequence = ${at}`, `UPDATE audit_entries SET sequence = sequence - 1 WHERE sequence > ${at}`],
    insert: [
      `INSERT INTO audit_entries SELECT ${length + 1}, at, person, act, object, object_id, publication, detail, request_id, previous_hash, hash || 'x' FROM audit_entries WHERE sequence = ${at}`,
    ],
    reorder: [
      `UPDATE audit_entries SET sequence = -1 WHERE sequence = ${at}`,
      `UPDATE audit_entries SET sequence = ${at} WHERE sequence = ${at + 1}`,
      `UPDATE audit_entries SET sequence = ${at + 1} WHERE sequence = -1`,
    ],
    tail: [`DELETE FROM audit_entries WHERE sequence > ${at}`],
  }
  const names = Object.keys(kinds)
  const name = names[random(names.length)] as string
  return { name: `${name} at ${at}`, sql: kinds[name] as string[] }
}
