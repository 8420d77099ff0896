import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#lib/editorial'
import { chunksOf, picked } from './merge-blocks.js'

/** `甲 乙 丙` is a body of three paragraphs. */
const body = (text: string): Block[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ kind: 'paragraph', runs: [{ text: word }] }))

const words = (blocks: readonly Block[]): string =>
  blocks.map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join(' ')

/** `甲 [我|他 →mine] 乙` shows chunks. */
const shown = (base: string | null, mine: string, theirs: string): string =>
  chunksOf(base === null ? null : body(base), body(mine), body(theirs))
    .map((chunk) => ('same' in chunk ? words(chunk.same) : `[${words(chunk.mine)}|${words(chunk.theirs)} →${chunk.pick}]`))
    .join(' ')

describe('two who wrote at once', () => {
  it('agree where nothing differs', () => expect(shown('甲 乙', '甲 乙', '甲 乙')).toBe('甲 乙'))
  it('agree on a block whatever order its members are written in', () => {
    const stored: Block[] = [JSON.parse('{"level":1,"runs":[{"text":"一、"}],"kind":"heading"}')]
    const written: Block[] = [{ kind: 'heading', level: 1, runs: [{ text: '一、' }] }]
    expect(chunksOf(stored, written, stored)).toEqual([{ same: written }])
  })
  it('each keep what only they changed', () =>
    expect(shown('甲 乙 丙', '甲改 乙 丙', '甲 乙 丙改')).toBe('[甲改|甲 →mine] 乙 [丙|丙改 →theirs]'))
  it('each keep what only they changed in neighbours', () =>
    expect(shown('甲 乙', '甲改 乙', '甲 乙改')).toBe('[甲改|甲 →mine] [乙|乙改 →theirs]'))
  it('must choose where both changed the same', () => expect(shown('甲 乙', '甲改 乙', '甲动 乙')).toBe('[甲改|甲动 →null] 乙'))
  it('keep what one added and what the other took out', () => {
    expect(shown('甲 乙', '甲 新 乙', '甲 乙')).toBe('甲 [新| →mine] 乙')
    expect(shown('甲 乙', '甲 乙', '甲')).toBe('甲 [乙| →theirs]')
  })
  it('keep what I took out and what the other changed', () =>
    expect(shown('甲 乙 丙', '乙 丙', '甲 乙 丙改')).toBe('[|甲 →mine] 乙 [丙|丙改 →theirs]'))
  it('must choose where one was moved, so that it is neither lost nor doubled unseen', () =>
    expect(shown('甲 乙', '乙 甲', '甲 乙')).toBe('[乙| →null] 甲 [|乙 →null]'))
  it('must choose everywhere when nobody knows what they began with', () =>
    expect(shown(null, '甲改 乙', '甲 乙')).toBe('[甲改|甲 →null] 乙'))
})

describe('the picked text', () => {
  it('waits for every choice', () => expect(picked(chunksOf(null, body('甲'), body('乙')))).toBeUndefined())
  it('has both readings, theirs first, when both are wanted', () => {
    const chunks = chunksOf(null, body('甲'), body('乙')).map((chunk) => ('pick' in chunk ? { ...chunk, pick: 'both' as const } : chunk))
    expect(words(picked(chunks) ?? [])).toBe('乙 甲')
  })
})

it('gives back mine whole when mine is picked everywhere, and theirs likewise', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 8 }).map((all) => body(all.join(' ')))
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const all = (pick: 'mine' | 'theirs') =>
        picked(chunksOf(base, mine, theirs).map((chunk) => ('pick' in chunk ? { ...chunk, pick } : chunk)))
      expect(all('mine')).toEqual(mine)
      expect(all('theirs')).toEqual(theirs)
    }),
  )
})
