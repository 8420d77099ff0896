import { expect, it } from 'vitest'
import { messageCodes } from '#lib/editorial'
import { RULES } from './rules.js'

it('every rule has its sentence', () => {
  expect(RULES.map((rule) => `proof/${rule.id}`).filter((code) => !messageCodes.includes(code))).toEqual([])
})

it('every rule shows what it finds and what it lets pass', () => {
  expect(RULES.filter((rule) => rule.fires.length === 0 || rule.silent.length === 0).map((rule) => rule.id)).toEqual([])
})
