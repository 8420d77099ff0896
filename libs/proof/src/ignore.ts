import type { Place } from './changes/map-place.js'
import type { Finding } from './finding.js'

/**
 * What an editor lets stand: this one place, these words wherever they are, or all a rule says in this publication. Who and why is kept beside
 * it. A place is one of the version at hand; `mapFindings` brings it from the version in which it was let stand.
 */
export type Ignoring =
  | ({ readonly scope: 'once'; readonly rule: string; readonly text: string } & Place)
  | { readonly scope: 'string'; readonly rule: string; readonly text: string }
  | { readonly scope: 'rule'; readonly rule: string }

/** What must be kept so that this one finding stays let alone. */
export const ignoreOnce = ({ rule, text, block, field, from, to }: Finding): Extract<Ignoring, { scope: 'once' }> => ({
  scope: 'once',
  rule,
  text,
  block,
  field,
  from,
  to,
})

/** Findings that are open, and those let alone, each with the word that lets it. */
export interface Sifted<Kind extends Ignoring> {
  readonly open: readonly Finding[]
  readonly ignored: readonly { readonly finding: Finding; readonly by: Kind }[]
}

/** Parts findings by what was let stand. */
export function sift<Kind extends Ignoring>(findings: readonly Finding[], ignorings: readonly Kind[]): Sifted<Kind> {
  const open: Finding[] = []
  const ignored: { finding: Finding; by: Kind }[] = []
  for (const finding of findings) {
    const by = ignorings.find((one) => covers(one, finding))
    if (by === undefined) open.push(finding)
    else ignored.push({ finding, by })
  }
  return { open, ignored }
}

function covers(one: Ignoring, finding: Finding): boolean {
  if (one.rule !== finding.rule) return false
  if (one.scope === 'rule') return true
  if (one.text !== finding.text) return false
  return one.scope === 'string' || samePlace(one, finding)
}

/** Whether two places of one version are the same. */
export const samePlace = (a: Place, b: Place): boolean => a.block === b.block && a.field === b.field && a.from === b.from && a.to === b.to
