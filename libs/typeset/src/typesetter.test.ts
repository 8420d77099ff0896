import { describe, expect, it } from 'vitest'
import { tinyFaces } from '../testing/tiny-faces.js'
import { article, flat, p, tinyTemplate } from '../testing/tiny-issue.js'
import { createTypesetter } from './typesetter.js'

const issue = (title: string, paragraphs = 1) =>
  flat(
    article(
      title,
      Array.from({ length: paragraphs }, () => p(30)),
    ),
  )

describe('a typesetter asked again', () => {
  const typesetter = createTypesetter(tinyTemplate(), tinyFaces())

  it('lays the same issue out once, whoever wrote it down', () => {
    expect(typesetter.layOut(issue('甲'))).toBe(typesetter.layOut(issue('甲')))
  })

  it('lays out what was changed, and what was asked for before that', () => {
    const before = typesetter.layOut(issue('甲'))
    const changed = typesetter.layOut(issue('乙'))
    expect(changed.landmarks).not.toEqual(before.landmarks)
    const again = typesetter.layOut(issue('甲'))
    expect(again).not.toBe(before)
    expect(again).toEqual(before)
  })

  it('keeps no layout longer than a bulletin beside the next one', () => {
    const long = issue('长', 1000)
    const first = typesetter.layOut(long)
    expect(first.pages.length).toBeGreaterThan(300)
    expect(typesetter.layOut(long)).not.toBe(first)
  })
})
