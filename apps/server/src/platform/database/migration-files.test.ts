import { expect, test } from 'vitest'
import { parseMigration, readMigrations } from './migration-files.js'

const text = '-- A first table.\n-- up\nCREATE TABLE a (id int);\n\n-- down\nDROP TABLE a;\n'

test('a step is its two halves and a checksum that does not mind line ends', () => {
  const step = parseMigration('0003-a-table.sql', text)
  expect(step).toMatchObject({ number: 3, name: 'a-table', up: 'CREATE TABLE a (id int);', down: 'DROP TABLE a;' })
  expect(parseMigration('0003-a-table.sql', text.replaceAll('\n', '\r\n')).checksum).toBe(step.checksum)
  expect(parseMigration('0003-a-table.sql', text.replace('int', 'bigint')).checksum).not.toBe(step.checksum)
})

test.each(['3-a.sql', '0003_a.sql', '0003-A.sql'])('%s is no name for a step', (name) => {
  expect(() => parseMigration(name, text)).toThrow('NNNN-name.sql')
})

test('a step without a way back is refused', () => {
  expect(() => parseMigration('0003-a.sql', '-- up\nSELECT 1')).toThrow('-- down')
})

test('the steps of the house are well-formed and in order', async () => {
  const steps = await readMigrations()
  expect(steps[0]).toMatchObject({ number: 1, name: 'platform' })
  const numbers = steps.map((step) => step.number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
})
