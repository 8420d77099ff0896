import { describe, expect, it } from 'vitest'
import { blockText } from '#lib/editorial'
import { HABITS, type Habit, type PaperLine, paper } from '../../testing/official-papers.js'
import { wordFile } from '../../testing/word-files.js'
import { readManuscript } from '../read-manuscript.js'

interface Read {
  readonly title: string
  readonly wanted: readonly string[]
  readonly given: readonly string[]
}

/** `2 健全工作机制`: level and words, the number left out, for some habits print none. */
const wantedOf = (lines: readonly PaperLine[]): string[] =>
  lines.flatMap(([level, , words]) => (level === 'p' || level === 0 ? [] : [`${level} ${words}`]))

const NUMBER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．]\s?)/

async function read(habit: Habit, seed: number): Promise<Read> {
  const lines = paper(seed)
  const bytes = wordFile({ ...habit.parts, body: habit.set(lines) })
  const { content } = await readManuscript({ bytes, name: '方案.docx' })
  const given = content.blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${block.level} ${blockText(block).replace(NUMBER, '')}`] : [],
  )
  return { title: content.title, wanted: wantedOf(lines), given }
}

const reads = await Promise.all(HABITS.map((habit, index) => read(habit, index)))

describe('papers whose headings are formatting only', () => {
  it('are twenty', () => expect(HABITS.length).toBeGreaterThanOrEqual(20))

  it('have nineteen in twenty of their headings at the right level, and nothing else for a heading', () => {
    const wanted = reads.reduce((sum, one) => sum + one.wanted.length, 0)
    const wrong = reads.flatMap((one, index) => {
      const missed = one.wanted.filter((line) => !one.given.includes(line))
      const invented = one.given.filter((line) => !one.wanted.includes(line))
      return [...missed, ...invented.map((line) => `+${line}`)].map((line) => `${HABITS[index]?.name}: ${line}`)
    })
    console.log(`headings: ${wanted}, wrong: ${wrong.length}`)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(wanted / 20)
  })

  it.each(HABITS.map((habit, index) => [habit.name, index] as const))('have their titles: %s', (_, index) => {
    expect(reads[index]?.title).toMatch(/^关于加强.{4,6}工作的实施方案$/)
  })
})
