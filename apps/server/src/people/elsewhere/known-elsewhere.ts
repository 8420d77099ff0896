import { codePoints, type Provider, textFlaw } from '#lib/editorial'
import { loginName } from '../login-name.js'

/** What a provider says of somebody it has just signed in. All of it is foreign text. */
export interface KnownElsewhere {
  readonly provider: Provider
  /** Who this is there, for ever. */
  readonly subject: string
  /** The user name they would expect here. */
  readonly login: string
  readonly name: string | undefined
  readonly groups: readonly string[]
  /** What the provider will name when it ends this sign-in. */
  readonly session: string | undefined
}

/** Attributes as a provider gives them: one value or several. */
export type Attributes = Readonly<Record<string, readonly string[]>>

/** Where providers put what a person is called, the likeliest first. */
const nameAttributes = ['displayName', 'display_name', 'name', 'cn', 'xm']

/** Servers spell the names of attributes as they like. */
export const valuesOf = (attributes: Attributes, name: string): readonly string[] =>
  Object.entries(attributes).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] ?? []

export const nameIn = (attributes: Attributes): string | undefined =>
  nameAttributes.flatMap((one) => valuesOf(attributes, one)).find((name) => name.trim() !== '')

export const groupsIn = (attributes: Attributes, named: readonly string[]): readonly string[] => [
  ...new Set(named.flatMap((one) => valuesOf(attributes, one))),
]

/** Servers answer the name as it was typed, whatever its case: one person must not become two. */
export const subjectOfName = (name: string): string => loginName(name)

/** A foreign name as our tables take it: one clean line of sixty signs at most, else none. Source: libs/editorial wire, a person's name. */
export function cleanName(name: string | undefined): string | undefined {
  const line = name?.normalize('NFC').trim() ?? ''
  return line === '' || codePoints(line) > 60 || textFlaw(line, { lines: false, bidi: false }) !== null ? undefined : line
}
