/** One step from one row to another: so many members stayed, went, came. */
export interface Step {
  readonly kind: 'same' | 'gone' | 'new'
  readonly count: number
}

/**
 * The shortest way from one row of members to another by E. W. Myers' walk over the edit graph (1986); null when it takes more than `most`
 * single changes. Members are compared by `===`.
 */
export function shortestEdit<T>(a: readonly T[], b: readonly T[], most: number): Step[] | null {
  if (a.length === 0 || b.length === 0) return steps([...a.map(() => 'gone' as const), ...b.map(() => 'new' as const)])
  const limit = Math.min(most, a.length + b.length)
  const reach = new Int32Array(2 * limit + 3)
  const trail: Int32Array[] = []
  for (let depth = 0; depth <= limit; depth += 1) {
    trail.push(reach.slice(limit - depth, limit + depth + 3))
    for (let k = -depth; k <= depth; k += 2) {
      let x = start(reach, limit + 1 + k, k, depth)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reach[limit + 1 + k] = x
      if (x >= a.length && x - k >= b.length) return steps(walkedBack(trail, a.length, b.length))
    }
  }
  return null
}

const isDown = (reach: Int32Array, at: number, k: number, depth: number): boolean =>
  k === -depth || (k !== depth && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0))

/** Where the walk on a diagonal begins: one down from the diagonal above, or one right from the one below. */
const start = (reach: Int32Array, at: number, k: number, depth: number): number =>
  isDown(reach, at, k, depth) ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1

type Kind = Step['kind']

function walkedBack(trail: readonly Int32Array[], endX: number, endY: number): Kind[] {
  const back: Kind[] = []
  let [x, y] = [endX, endY]
  for (let depth = trail.length - 1; depth >= 0; depth -= 1) {
    const reach = trail[depth] ?? new Int32Array(3)
    const k = x - y
    const middle = depth + 1
    const down = isDown(reach, middle + k, k, depth)
    const fromX = down ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0)
    const fromY = fromX - (down ? k + 1 : k - 1)
    while (x > 0 && y > 0 && x > fromX && y > fromY) {
      back.push('same')
      x -= 1
      y -= 1
    }
    if (depth === 0) break
    back.push(down ? 'new' : 'gone')
    ;[x, y] = [fromX, fromY]
  }
  return back.reverse()
}

function steps(kinds: readonly Kind[]): Step[] {
  const out: { kind: Kind; count: number }[] = []
  for (const kind of kinds) {
    const last = out.at(-1)
    if (last?.kind === kind) last.count += 1
    else out.push({ kind, count: 1 })
  }
  return out
}
