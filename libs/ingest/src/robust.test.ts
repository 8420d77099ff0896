import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, Refusal } from '#lib/editorial'
import { digest, PARTS_IN_CONTENTS, WITHOUT_CONTENTS } from '../testing/bulletins.js'
import { importBulletin } from './bulletin/import-bulletin.js'
import { readMarkdown } from './markdown/read-markdown.js'
import { readManuscript } from './read-manuscript.js'
import { tidy } from './tidy/tidy.js'

/** Lines as bulletins have them, in any order and number. */
const SAMPLES = [WITHOUT_CONTENTS, PARTS_IN_CONTENTS, digest()].flatMap((text) => text.split('\n'))
const anyLines = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SAMPLES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) }),
  { minLength: 1, maxLength: 60 },
)

const run = { numRuns: 150, seed: 20250331 }

describe('whatever comes', () => {
  it('a bulletin is taken apart, and its account closes', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const text = lines.join('\n')
        fc.pre(text.trim() !== '')
        const { lines: account } = importBulletin({ text, name: 'x' })
        expect(account.frontMatter + account.contents + account.labels + account.articles + account.residue.length).toBe(account.nonBlank)
      }),
      run,
    )
  })

  it('no character of a body is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SAMPLES.filter((line) => line.trim() !== '' && !/^[（(]|来源|：/.test(line))), {
          minLength: 1,
          maxLength: 30,
        }),
        (lines) => {
          const { content } = readMarkdown(['# 题目', ...lines.map((line) => line.replace(/([\\`*_[\]<>#|&-])/g, '\\$1'))].join('\n\n'))
          const given = lines.join('').replace(/\s/g, '')
          expect(content.blocks.map(blockText).join('').replace(/\s/g, '')).toBe(given)
        },
      ),
      run,
    )
  })

  it('bytes are read or refused, never a fault', async () => {
    const names = fc.constantFrom('甲.txt', '甲.md', '甲.html', '甲.docx', '甲.doc', '甲')
    const heads = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0x3c, 0x70, 0x3e],
      [0xff, 0xfe],
      [0x2d, 0x2d, 0x2d, 0x0a],
    )
    await fc.assert(
      fc.asyncProperty(names, heads, fc.uint8Array({ maxLength: 400 }), async (name, head, rest) => {
        const result = await readManuscript({ bytes: Uint8Array.from([...head, ...rest]), name }).catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(Refusal)
      }),
      run,
    )
  })

  it('tidying what is tidy changes nothing', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const text = lines.join('\n')
        fc.pre(text.trim() !== '')
        for (const { content } of importBulletin({ text, name: 'x' }).columns.flatMap((column) => column.articles)) {
          const once = tidy(content).content
          expect(tidy(once)).toEqual({ content: once, changes: [], steps: [] })
        }
      }),
      run,
    )
  })
})
