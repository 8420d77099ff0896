import { expect, test } from 'vitest'
import { backupName, newestBackup, outlivedBackups } from './kept-backups.js'

const day = 86_400_000
const end = Date.parse('2026-11-26T02:30:00Z')
const daily = (days: number): string[] => Array.from({ length: days }, (_, n) => backupName(new Date(end - n * day)))

test('of two years of daily backups, seven days, four weeks and twelve months stay', () => {
  const names = daily(730)
  const gone = new Set(outlivedBackups(names))
  const stay = names.filter((name) => !gone.has(name))
  expect(stay.slice(0, 7)).toEqual(names.slice(0, 7))
  expect(stay.length).toBeLessThanOrEqual(7 + 4 + 12)
  expect(new Set(stay.map((name) => name.slice(8, 14))).size).toBe(12)
  expect(outlivedBackups(stay)).toEqual([])
})

test('of several a day the newest stays, and what somebody else put there is left alone', () => {
  const early = backupName(new Date(end - 3_600_000))
  const late = backupName(new Date(end))
  expect(outlivedBackups([early, late, 'before-upgrade.tar', 'notes.txt'])).toEqual([early])
  expect(outlivedBackups([])).toEqual([])
})

test('the newest tells when it was made', () => {
  expect(newestBackup(daily(3))).toEqual(new Date(end))
  expect(newestBackup(['before-upgrade.tar'])).toBeUndefined()
})
