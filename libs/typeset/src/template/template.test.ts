import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#lib/editorial'
import { readTemplate, templateHash } from '#lib/typeset'
import { tinyTemplate } from '../../testing/tiny-issue.js'
import { sheetOf } from './sheet.js'

const folder = fileURLToPath(new URL('../../../../templates/', import.meta.url))
const shipped = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`${folder}${name}/template.json`, 'utf8'))
const names = readdirSync(folder)

function refusal(json: unknown): Refusal {
  try {
    readTemplate(json)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('templates that ship', () => {
  it.each(names)('%s is right, and named like its folder', (name) => {
    expect(readTemplate(shipped(name)).name).toBe(name)
  })

  it.each(names)('%s keeps its body to 12–16 pt on 1.5–1.9 of that', (name) => {
    const { page } = readTemplate(shipped(name))
    expect(page.size).toBeGreaterThanOrEqual(12)
    expect(page.size).toBeLessThanOrEqual(16)
    expect(page.pitch / page.size).toBeGreaterThanOrEqual(1.5)
    expect(page.pitch / page.size).toBeLessThanOrEqual(1.9)
  })
})

describe('planning-and-decision', () => {
  it('is the page of GB/T 9704: A4, 天头 37 mm, 订口 28 mm, 22 lines of 28 characters', () => {
    const { master } = sheetOf(readTemplate(shipped('planning-and-decision')))
    const mm = (pt: number): number => Math.round((pt * 254) / 72) / 10
    expect([mm(master.width), mm(master.height), mm(master.head), mm(master.binding)]).toEqual([210, 297, 37, 28])
    expect(master.measure).toBe(28 * 16)
    expect(Math.abs(mm(master.lines * master.pitch) - 225)).toBeLessThan(0.5)
  })
})

describe('what is wrong is refused, with its place', () => {
  const good = () => shipped('planning-and-decision')
  it.each([
    ['a length without a unit', { ...good(), page: { ...(good().page as object), head: '37' } }, 'page.head'],
    ['a misspelt switch', { ...good(), articles: { ...(good().articles as object), startsOn: 'page' } }, 'articles'],
    ['a style that is none', { ...good(), styles: { heading: { size: '16pt' } } }, 'styles.heading'],
    ['a type area wider than the sheet', { ...good(), page: { ...(good().page as object), characters: 40 } }, 'page.characters'],
    ['no JSON object at all', 'template', 'template.json'],
  ])('%s', (_, json, place) => {
    const thrown = refusal(json)
    expect(thrown.code).toBe('template/invalid')
    expect(thrown.params.place).toBe(place)
    expect(String(thrown.params.reason).length).toBeGreaterThan(3)
  })
})

it('equal templates have equal hashes, a changed one another', () => {
  expect(templateHash(tinyTemplate())).toBe(templateHash(tinyTemplate()))
  expect(templateHash(tinyTemplate({ title: '别样' }))).not.toBe(templateHash(tinyTemplate()))
})
