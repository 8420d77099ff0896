import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compiledProgram, projectRoot } from '../project-root.js'
import * as fromSource from './open-bundle.js'

const name = `tried-${process.pid}`
const dist = join(projectRoot(), 'dist')
const file = join(dist, `${name}.cjs`)
const ours = (): string[] => readdirSync(dist).filter((one) => one.startsWith(`${name}.cjs.`))
const { openBundle } = (await import(compiledProgram('platform/program/open-bundle'))) as typeof fromSource

const write = (answer: number, day: number): void => {
  writeFileSync(
    file,
    `const later = () => ${answer}\nmodule.exports = { ask: () => later(), from: require('node:path').basename(__filename), late: () => module.import('fflate') }`,
  )
  utimesSync(file, day, day)
}

const opened = () => {
  const bundle = openBundle<{ ask(): number; from: string; late(): Promise<object> }>(name)
  if (bundle === null) throw new Error('no bundle')
  return bundle
}

beforeEach(() => write(1, 1000))
afterEach(() => {
  for (const one of [...ours(), `${name}.cjs`]) rmSync(join(dist, one), { force: true })
})

it('opens a part of the house in one file, and keeps what was compiled of it once', () => {
  const first = opened()
  expect([first.exports.ask(), first.exports.from]).toEqual([1, `${name}.cjs`])
  expect(ours()).toEqual([])
  first.keep()
  expect(ours()).toHaveLength(1)
  const second = opened()
  expect(second.exports.ask()).toBe(1)
  rmSync(join(dist, ours()[0] ?? ''))
  second.keep()
  expect(ours()).toEqual([])
})

it('imports late what it needs seldom, also when what was compiled is taken over', async () => {
  for (const bundle of [opened(), opened()]) {
    expect(await bundle.exports.late()).toHaveProperty('zipSync')
    bundle.keep()
  }
})

it('does not take what was kept of another build', () => {
  const first = opened()
  first.exports.ask()
  first.keep()
  write(2, 2000)
  expect(opened().exports.ask()).toBe(2)
})

it('opens what was kept in a damaged file as if nothing had been kept', () => {
  opened().keep()
  writeFileSync(join(dist, ours()[0] ?? ''), 'worn')
  expect(opened().exports.ask()).toBe(1)
})

it('is not there where it was not built, nor for a house that runs from its sources', () => {
  expect(openBundle('never-built')).toBeNull()
  expect(fromSource.openBundle(name)).toBeNull()
})
