import { readable } from './readable.js'
import { type Step, shortestEdit } from './shortest-edit.js'
import type { Stretch } from './stretch.js'

/** House: two sentences with more changes than this have nothing in common a reader would look for. */
const MOST_SIGNS = 800
/** House: an article has a few hundred sentences; two with more changed ones are two articles. */
const MOST_SENTENCES = 4000
/** House: texts of this length are compared sign by sign at once; longer ones sentence by sentence first, which is a hundred times less work. */
const SHORT = 600

/** What changed between two texts, in signs, gathered so that a person reads words and sentences and not crumbs. A text of 30,000 characters takes some milliseconds. */
export function diffText(before: string, after: string): readonly Stretch[] {
  const [a, b] = [[...before], [...after]]
  const head = sharedHead(a, b)
  const tail = sharedTail(a, b, head)
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  const middle = restA.length + restB.length <= SHORT ? ofSigns(restA, restB) : ofSentences(restA.join(''), restB.join(''))
  return readable([stretch('same', a.slice(0, head)), ...middle, stretch('same', a.slice(a.length - tail))])
}

const stretch = (kind: Stretch['kind'], signs: readonly string[]): Stretch => ({ kind, text: signs.join('') })

function sharedHead(a: readonly string[], b: readonly string[]): number {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  return head
}

function sharedTail(a: readonly string[], b: readonly string[], head: number): number {
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return tail
}

function ofSigns(a: readonly string[], b: readonly string[]): Stretch[] {
  const steps = shortestEdit(a, b, MOST_SIGNS)
  return steps === null ? [stretch('gone', a), stretch('new', b)] : along(steps, a, b)
}

/** Sentences that stayed are set aside first; between them signs are compared. */
function ofSentences(before: string, after: string): Stretch[] {
  const [a, b] = [sentences(before), sentences(after)]
  const steps = shortestEdit(a, b, MOST_SENTENCES)
  if (steps === null) return [stretch('gone', a), stretch('new', b)]
  const out: Stretch[] = []
  let [gone, came] = ['', '']
  const settle = (): void => {
    if (gone !== '' || came !== '') out.push(...ofSigns([...gone], [...came]))
    ;[gone, came] = ['', '']
  }
  for (const { kind, text } of along(steps, a, b)) {
    if (kind === 'gone') gone += text
    else if (kind === 'new') came += text
    else {
      settle()
      out.push({ kind, text })
    }
  }
  settle()
  return out
}

const sentences = (text: string): string[] => text.match(/[^。！？；\n]*[。！？；\n]|[^。！？；\n]+/g) ?? []

function along(steps: readonly Step[], a: readonly string[], b: readonly string[]): Stretch[] {
  let [x, y] = [0, 0]
  return steps.map(({ kind, count }) => {
    const text = stretch(kind, kind === 'new' ? b.slice(y, y + count) : a.slice(x, x + count))
    if (kind !== 'new') x += count
    if (kind !== 'gone') y += count
    return text
  })
}

/** The text before, and the text after, that stretches tell of. */
export const textBefore = (stretches: readonly Stretch[]): string => textOf(stretches, 'new')
export const textAfter = (stretches: readonly Stretch[]): string => textOf(stretches, 'gone')

const textOf = (stretches: readonly Stretch[], without: Stretch['kind']): string =>
  stretches
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
