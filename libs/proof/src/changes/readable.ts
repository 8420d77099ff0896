import type { Stretch } from './stretch.js'

/** House: what stayed between two changes is part of them when it is no longer than they are, and no more than a few words. */
const LONGEST_CRUMB = 6

/** Gathers stretches so that a person can read them: crumbs go into the changes round them, what went stands before what came, and a change lies where a sentence or clause begins. */
export function readable(stretches: readonly Stretch[]): Stretch[] {
  let now = gathered(stretches)
  for (let before = -1; before !== now.length; ) {
    before = now.length
    now = gathered(withoutCrumbs(now))
  }
  return gathered(settled(now))
}

const isEmpty = ({ text }: Stretch): boolean => text === ''

/** Neighbours of one kind as one; between two that stayed, first all that went, then all that came. */
function gathered(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = []
  let [same, gone, came] = ['', '', '']
  const flush = (): void => {
    const parts: Stretch[] = [
      { kind: 'same', text: same },
      { kind: 'gone', text: gone },
      { kind: 'new', text: came },
    ]
    out.push(...parts.filter((part) => !isEmpty(part)))
    ;[same, gone, came] = ['', '', '']
  }
  for (const { kind, text } of stretches) {
    if (text === '') continue
    if (kind === 'same') {
      if (gone !== '' || came !== '') flush()
      same += text
    } else if (kind === 'gone') gone += text
    else came += text
  }
  flush()
  return out
}

/** How much went and came beside a place, taken by half: one sign for another counts as one. */
function changeBeside(stretches: readonly Stretch[], at: number, by: 1 | -1): number {
  let length = 0
  for (let index = at + by; stretches[index] !== undefined && stretches[index]?.kind !== 'same'; index += by)
    length += stretches[index]?.text.length ?? 0
  return length / 2
}

function withoutCrumbs(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((one, index): Stretch[] => {
    const length = one.text.length
    const isCrumb =
      one.kind === 'same' &&
      length <= LONGEST_CRUMB &&
      length <= changeBeside(stretches, index, -1) &&
      length <= changeBeside(stretches, index, 1) &&
      !/\n/.test(one.text)
    return isCrumb
      ? [
          { kind: 'gone', text: one.text },
          { kind: 'new', text: one.text },
        ]
      : [one]
  })
}

/** A text that came or went alone may lie at several places; the one where a sentence begins reads best. */
function settled(stretches: readonly Stretch[]): Stretch[] {
  const out = [...stretches]
  for (let index = 1; index < out.length - 1; index += 1) {
    const [left, change, right] = [out[index - 1], out[index], out[index + 1]]
    if (left?.kind !== 'same' || right?.kind !== 'same' || change === undefined || change.kind === 'same') continue
    const moved = bestPlace(left.text, change.text, right.text)
    out.splice(
      index - 1,
      3,
      { kind: 'same', text: moved.left },
      { kind: change.kind, text: moved.change },
      { kind: 'same', text: moved.right },
    )
  }
  return out
}

interface Placed {
  readonly left: string
  readonly change: string
  readonly right: string
}

function bestPlace(left: string, change: string, right: string): Placed {
  let place: Placed = furthestLeft({ left, change, right })
  let best = place
  while (place.right !== '' && place.change[0] === place.right[0]) {
    const sign = place.change[0] as string
    place = { left: place.left + sign, change: place.change.slice(1) + sign, right: place.right.slice(1) }
    if (beginning(place) > beginning(best)) best = place
  }
  return best
}

function furthestLeft(from: Placed): Placed {
  let place = from
  while (place.left !== '' && place.left.at(-1) === place.change.at(-1)) {
    const sign = place.left.at(-1) as string
    place = { left: place.left.slice(0, -1), change: sign + place.change.slice(0, -1), right: sign + place.right }
  }
  return place
}

/** How well a reader sees where a change begins: after a paragraph, a sentence, a clause; never between the halves of a character. */
function beginning({ left, change }: Placed): number {
  if (/[\udc00-\udfff]/.test(change[0] ?? '')) return -1
  const last = left.at(-1)
  if (last === undefined || last === '\n') return 3
  return /[。！？；]/.test(last) ? 2 : /[，、：”）》]/.test(last) ? 1 : 0
}
