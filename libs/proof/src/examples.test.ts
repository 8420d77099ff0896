import { describe, expect, it } from 'vitest'
import { EMPTY_ARTICLE } from '#lib/editorial'
import { articleOf, readMarked, showHits } from './example-language.js'
import { passage, passagesOf } from './passages.js'
import type { ArticleExample, ArticleRule, PassageRule } from './rule.js'
import { RULES } from './rules.js'

const passageRules = RULES.filter((rule): rule is PassageRule => rule.kind === 'passage')
const articleRules = RULES.filter((rule): rule is ArticleRule => rule.kind === 'article')

describe.each(passageRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.fires)('finds %s', (marked) => {
    const { text, role } = readMarked(marked)
    expect(showHits(text, rule.check(passage(text, role)))).toBe(marked.replace(/^\w+\| ?/, ''))
  })

  it.each(rule.silent)('lets pass %s', (marked) => {
    const { text, role } = readMarked(marked)
    expect(showHits(text, rule.check(passage(text, role)))).toBe(text)
  })
})

describe.each(articleRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.fires.map((example) => [title(example), example] as const))('finds %s', (_, example) => {
    const { content, marks } = articleOf(example)
    const hits = rule.check(content, example.context ?? {})
    expect(hits.length).toBeGreaterThan(0)
    if (marks.length > 0)
      expect(hits.map((hit) => `${hit.block}:${hit.from}-${hit.to}${hit.suggestion == null ? '' : `→${hit.suggestion}`}`)).toEqual(marks)
  })

  it.each(rule.silent.map((example) => [title(example), example] as const))('lets pass %s', (_, example) => {
    expect(rule.check(articleOf(example).content, example.context ?? {})).toEqual([])
  })
})

const title = (example: ArticleExample): string => [...Object.values(example.head ?? {}), ...(example.body ?? [])].join(' / ') || 'nothing'

it('names every rule once', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
})

it('reads an empty article', () => {
  expect(passagesOf(EMPTY_ARTICLE)).toEqual([])
})
