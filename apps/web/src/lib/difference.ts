/** A stretch of text that stayed, went, or came. */
export interface Stretch {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** House: beyond this many changes two texts are told as one gone and one come; nobody reads them side by side any more. */
const MOST_CHANGES = 600

/**
 * What changed between two texts, sign by sign. Where single signs stayed by chance between changes they are taken into them,
 * so that a reader sees words and not crumbs.
 */
export function differenceOf(before: string, after: string): Stretch[] {
  const [a, b] = [[...before], [...after]]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const middle = shortestEdit(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const signs = [...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)]
  return joined(uncrumbed(joined(signs)))
}

const same = (text: string): Stretch => ({ kind: 'same', text })
const gone = (text: string): Stretch => ({ kind: 'gone', text })
const come = (text: string): Stretch => ({ kind: 'new', text })

/** The shortest way from one to the other, by E. W. Myers' walk over the edit graph. */
function shortestEdit(a: readonly string[], b: readonly string[]): Stretch[] {
  if (a.length === 0 || b.length === 0) return [...a.map(gone), ...b.map(come)]
  const most = Math.min(a.length + b.length, MOST_CHANGES)
  const reach = new Map<number, number>([[1, 0]])
  const trail: Map<number, number>[] = []
  for (let depth = 0; depth <= most; depth += 1) {
    trail.push(new Map(reach))
    for (let k = -depth; k <= depth; k += 2) {
      const down = k === -depth || (k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkedBack(trail, a, b)
    }
  }
  return [...a.map(gone), ...b.map(come)]
}

function walkedBack(trail: readonly Map<number, number>[], a: readonly string[], b: readonly string[]): Stretch[] {
  const out: Stretch[] = []
  let [x, y] = [a.length, b.length]
  for (let depth = trail.length - 1; depth >= 0; depth -= 1) {
    const reach = trail[depth] ?? new Map<number, number>()
    const k = x - y
    const down = k === -depth || (k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const [fromX, fromY] = down
      ? [reach.get(k + 1) ?? 0, (reach.get(k + 1) ?? 0) - k - 1]
      : [reach.get(k - 1) ?? 0, (reach.get(k - 1) ?? 0) - k + 1]
    while (x > fromX && y > fromY) {
      x -= 1
      y -= 1
      out.push(same(a[x] ?? ''))
    }
    if (depth === 0) break
    out.push(down ? come(b[y - 1] ?? '') : gone(a[x - 1] ?? ''))
    ;[x, y] = down ? [x, y - 1] : [x - 1, y]
  }
  return out.reverse()
}

/** Neighbours of one kind as one; between two that stayed, first all that went, then all that came. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  let [went, came] = ['', '']
  const flush = (): void => {
    if (went !== '') out.push(gone(went))
    if (came !== '') out.push(come(came))
    ;[went, came] = ['', '']
  }
  for (const { kind, text } of stretches) {
    if (kind === 'gone') went += text
    else if (kind === 'new') came += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') out[out.length - 1] = same(last.text + text)
      else out.push(same(text))
    }
  }
  flush()
  return out
}

/** House: one sign alone between two changes is chance. */
const CRUMB = 1

function uncrumbed(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((one, at) => {
    const between = at > 0 && at < stretches.length - 1
    return one.kind === 'same' && between && [...one.text].length <= CRUMB ? [gone(one.text), come(one.text)] : [one]
  })
}

/** How much of two texts is the same, from 0 to 1. */
export function likeness(stretches: readonly Stretch[]): number {
  const length = (kind: Stretch['kind']): number => stretches.reduce((sum, one) => sum + (one.kind === kind ? one.text.length : 0), 0)
  const kept = length('same')
  const all = 2 * kept + length('gone') + length('new')
  return all === 0 ? 1 : (2 * kept) / all
}
