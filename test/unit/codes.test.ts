import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { messageCodes, messageText } from '#lib/editorial'

const root = join(import.meta.dirname, '../..')

/** Every place a code is made: refusals, edge refusals, guards, and what is told by code. */
const makers = /(?:missing|forbidden|conflict|invalid|EdgeRefusal|tell|say)\(\s*(?:\d+,\s*)?'([a-z]+\/[a-z-]+)'|code: '([a-z]+\/[a-z-]+)'/g

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(root, folder, name))
}

const used = new Map<string, string>()
for (const path of ['apps/server/src', 'libs'].flatMap(sources)) {
  for (const match of readFileSync(path, 'utf8').matchAll(makers)) used.set(match[1] ?? match[2] ?? '', path.slice(root.length + 1))
}

it('finds the codes there are', () => expect(used.size).toBeGreaterThan(60))

it('has a sentence in both languages for every code the house makes', () => {
  const silent = [...used].filter(([code]) => !messageCodes.includes(code)).map(([code, path]) => `${code} in ${path}`)
  expect(silent).toEqual([])
})

it('says a Chinese sentence in Chinese and an English one in English', () => {
  for (const code of messageCodes) {
    expect(messageText(code, {}, 'zh'), code).toMatch(/\p{Script=Han}/u)
    expect(messageText(code, {}, 'en'), code).toMatch(/[A-Za-z]/)
    expect(messageText(code, {}, 'en').replace(/[“‘《【][^”’》】]*[”’》】]/gu, ''), code).not.toMatch(/\p{Script=Han}{3}/u)
  }
})

it('asks for the same figures in both languages', () => {
  const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
  for (const code of messageCodes)
    expect(
      slots(messageText(code, {}, 'en')).filter((slot) => !slots(messageText(code, {}, 'zh')).includes(slot)),
      code,
    ).toEqual([])
})
