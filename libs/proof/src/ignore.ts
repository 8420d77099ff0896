import type { ArticleContent } from '#lib/editorial'
import { textAt } from './changes/map-place.js'
import type { Finding } from './finding.js'

/** What an editor lets stand: this one place, these words wherever they are, or all a rule says in this publication. Who and why is kept beside it. */
export type Ignoring =
  | {
      readonly scope: 'once'
      readonly rule: string
      readonly text: string
      /** The words before and after the place: they find it again when the article was edited elsewhere. */
      readonly before: string
      readonly after: string
    }
  | { readonly scope: 'string'; readonly rule: string; readonly text: string }
  | { readonly scope: 'rule'; readonly rule: string }

/** House: eight characters on either side are told apart from all other places of an article. */
const AROUND = 8

/** What must be kept so that this one finding stays let alone. */
export const ignoreOnce = (content: ArticleContent, finding: Finding): Extract<Ignoring, { scope: 'once' }> => ({
  scope: 'once',
  rule: finding.rule,
  text: finding.text,
  before: textAt(content, { ...finding, from: Math.max(0, finding.from - AROUND), to: finding.from }),
  after: textAt(content, { ...finding, from: finding.to, to: finding.to + AROUND }),
})

/** Findings that are open, and those let alone, each with the word that lets it. */
export interface Sifted<Kind extends Ignoring> {
  readonly open: readonly Finding[]
  readonly ignored: readonly { readonly finding: Finding; readonly by: Kind }[]
}

/** Parts findings by what was let stand. A place let alone once is known by its words and by what stands before or behind it. */
export function sift<Kind extends Ignoring>(
  content: ArticleContent,
  findings: readonly Finding[],
  ignorings: readonly Kind[],
): Sifted<Kind> {
  const open: Finding[] = []
  const ignored: { finding: Finding; by: Kind }[] = []
  for (const finding of findings) {
    const by = ignorings.find((one) => covers(one, content, finding))
    if (by === undefined) open.push(finding)
    else ignored.push({ finding, by })
  }
  return { open, ignored }
}

function covers(one: Ignoring, content: ArticleContent, finding: Finding): boolean {
  if (one.rule !== finding.rule) return false
  if (one.scope === 'rule') return true
  if (one.text !== finding.text) return false
  if (one.scope === 'string') return true
  const here = ignoreOnce(content, finding)
  return (one.before === '' && one.after === '') || sameSide(one.before, here.before) || sameSide(one.after, here.after)
}

const sameSide = (kept: string, here: string): boolean => kept !== '' && kept === here
