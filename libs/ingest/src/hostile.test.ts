import { describe, expect, it, vi } from 'vitest'
import { messageText, Refusal } from '#lib/editorial'
import { hostileFiles } from '../testing/hostile-files.js'
import { p, wordFile } from '../testing/word-files.js'
import { readManuscript } from './read-manuscript.js'

/** Readers are loaded at their first file; a busy machine takes seconds for it. */
vi.setConfig({ testTimeout: 60_000 })

const outcome = (name: string, bytes: Uint8Array) =>
  readManuscript({ bytes, name }).then(
    (manuscript) => ({ answer: 'read', manuscript }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return { answer: error.code, sentence: messageText(error.code, error.params), manuscript: null }
    },
  )

describe('files as attackers make them are refused with a sentence, or read without their harm', () => {
  it.each(hostileFiles().map((file) => [file.what, file] as const))('%s', async (_, { name, bytes, answer }) => {
    const got = await outcome(name, bytes)
    if (answer !== 'any') expect(got.answer).toBe(answer)
    if ('sentence' in got) expect(got.sentence).toContain(name)
    else expect(JSON.stringify(got.manuscript.content)).not.toMatch(/alert|javascript:|file:|etc\/passwd|10\.0\.0\.1/i)
  })
})

it('a document with some of its bytes changed is read or refused, never a fault', async () => {
  const sound = wordFile({ body: Array.from({ length: 30 }, (_, index) => p(`第${index}段，各高校要落实文件要求。`)).join('') })
  for (let seed = 1; seed <= 60; seed += 1) {
    const mutant = Uint8Array.from(sound)
    let state = seed
    for (let count = 0; count < 1 + (seed % 6); count += 1) {
      state = (state * 48271) % 2147483647
      mutant[state % mutant.length] = state % 251
    }
    await expect(outcome('甲.docx', seed % 5 === 0 ? mutant.slice(0, state % mutant.length) : mutant)).resolves.toBeDefined()
  }
})
