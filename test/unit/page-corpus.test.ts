import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { blockText, type Manuscript } from '#lib/editorial'
import { readManuscript } from '#lib/ingest'

/** What must be read from a page; `optional` texts may stand in the body or not. */
interface Truth {
  readonly url: string
  readonly title: string
  readonly source: string | null
  readonly sourceDate: string
  readonly documentNumber: string | null
  readonly documentDate: string | null
  readonly organ?: string
  readonly optional: readonly string[]
  readonly files: readonly string[]
  readonly body: readonly string[]
}

interface Score {
  readonly name: string
  readonly f1: number
  readonly wrong: readonly string[]
}

const folder = new URL('../fixtures/pages/', import.meta.url)
const HELD_OUT = 20
const hashOf = (name: string): string => createHash('sha256').update(`${name}.html`).digest('hex')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length))
  .sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1))

/** Five characters in a row are the unit. */
function grams(text: string): Map<string, number> {
  const solid = text.replace(/\s/g, '')
  const counts = new Map<string, number>()
  for (let at = 0; at + 5 <= solid.length; at += 1) counts.set(solid.slice(at, at + 5), (counts.get(solid.slice(at, at + 5)) ?? 0) + 1)
  return counts
}

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0)
const share = (a: Map<string, number>, b: Map<string, number>): number =>
  [...a].reduce((total, [gram, count]) => total + Math.min(count, b.get(gram) ?? 0), 0)

function f1(given: string, wanted: string): number {
  const [a, b] = [grams(given), grams(wanted)]
  const both = share(a, b)
  return both === 0 ? 0 : (2 * both) / (sum(a) + sum(b))
}

const textsOf = ({ content }: Manuscript): string[] => content.blocks.flatMap((block) => blockText(block).split('\n'))

/** The page as a system nobody knows would write it: all names of its parts are others. */
const renamed = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/ (id|class)="(?!js_|activity-name)[^"]*"/g, ' $1="x"'),
    'latin1',
  )

async function score(name: string, change = (bytes: Uint8Array): Uint8Array => bytes): Promise<Score> {
  const truth = JSON.parse(readFileSync(new URL(`${name}.truth.json`, folder), 'utf8')) as Truth
  const bytes = change(readFileSync(new URL(`${name}.html`, folder)))
  const made = await readManuscript({ bytes, name: `${name}.html`, url: truth.url })
  const optional = new Set(truth.optional.map((text) => text.replace(/\s/g, '')))
  // A turn's speaker is part of its text; a line that may stand or not is left out of the count.
  const given = textsOf(made).filter((text) => !optional.has(text.replace(/\s/g, '')))
  const wanted = truth.body.map((text) => text.replace(/^([问答])：/, '$1'))
  const { content } = made
  const wrong = [
    ...(content.title === truth.title ? [] : [`title ${content.title}`]),
    ...(content.source === truth.source ? [] : [`source ${content.source} for ${truth.source}`]),
    ...(content.sourceDate === truth.sourceDate ? [] : [`date ${content.sourceDate} for ${truth.sourceDate}`]),
    ...(content.documentNumber === truth.documentNumber ? [] : [`number ${content.documentNumber}`]),
    ...(truth.documentDate === null || content.documentDate === truth.documentDate ? [] : [`signed ${content.documentDate}`]),
  ]
  return { name, f1: f1(given.join(''), wanted.join('')), wrong }
}

const parts = [
  ['at hand', names.slice(HELD_OUT)],
  ['held out', names.slice(0, HELD_OUT)],
] as const

it('holds sixty pages and twenty more', () => expect(names.length).toBeGreaterThanOrEqual(60))

describe.each(parts)('pages %s', (part, members) => {
  let scores: Score[] = []
  beforeAll(async () => {
    scores = await Promise.all(members.map((name) => score(name)))
    const rate = (field: string): string => right(field).toFixed(3)
    const body = (scores.reduce((total, one) => total + one.f1, 0) / scores.length).toFixed(4)
    console.log(
      `${part}: ${scores.length} pages, body F1 ${body}, title ${rate('title')}, source ${rate('source')}, date ${rate('date')}, number ${rate('number')}, signed ${rate('signed')}`,
    )
    if (process.env.SHOW_PAGES === part) for (const one of scores) if (one.f1 < 0.99 || one.wrong.length > 0) console.log(one)
  }, 60_000)

  const right = (field: string): number =>
    scores.filter((one) => !one.wrong.some((wrong) => wrong.startsWith(field))).length / scores.length

  it('have their bodies', () => {
    const mean = scores.reduce((total, one) => total + one.f1, 0) / scores.length
    expect(mean, JSON.stringify(scores.filter((one) => one.f1 < 0.98))).toBeGreaterThanOrEqual(0.98)
  })

  it.each(['title', 'source', 'date', 'number'])('have their %s', (field) => {
    expect(right(field), JSON.stringify(scores.filter((one) => one.wrong.some((wrong) => wrong.startsWith(field))))).toBeGreaterThanOrEqual(
      0.95,
    )
  })
})

it('of systems nobody knows have their bodies nearly as well', async () => {
  const scores = await Promise.all(names.map((name) => score(name, renamed)))
  const mean = scores.reduce((total, one) => total + one.f1, 0) / scores.length
  console.log(`names of parts taken away: body F1 ${mean.toFixed(4)}`)
  if (process.env.SHOW_PAGES === 'renamed') for (const one of scores) if (one.f1 < 0.98) console.log(one)
  expect(mean).toBeGreaterThanOrEqual(0.95)
}, 60_000)
