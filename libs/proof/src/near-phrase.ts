import type { Hit } from './rule.js'

/** Places one character away from a phrase, found by whichever half of it is sound. */
export function nearMisses(text: string, phrase: string): Hit[] {
  const middle = Math.ceil(phrase.length / 2)
  const first = phrase.slice(0, middle)
  const second = phrase.slice(middle)
  const hits = [...alongside(text, phrase, first, true), ...alongside(text, phrase, second, false)]
  return hits.filter((hit, index) => hits.findIndex((other) => other.from === hit.from) === index)
}

function alongside(text: string, phrase: string, half: string, isFirst: boolean): Hit[] {
  const hits: Hit[] = []
  for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
    const rest = phrase.length - half.length
    if (text.startsWith(phrase, isFirst ? at : at - rest)) continue
    for (const length of [rest + 1, rest - 1, rest]) {
      const from = isFirst ? at : at - length
      const to = isFirst ? at + half.length + length : at + half.length
      const found = from < 0 || to > text.length ? '' : text.slice(from, to)
      if (found !== '' && isNear(found, phrase) && !text.startsWith(phrase, from)) {
        hits.push({ from, to, suggestion: phrase })
        break
      }
    }
  }
  return hits
}

/** One Han character replaced, lost or added, inside the phrase and not at its edge. */
function isNear(found: string, phrase: string): boolean {
  let start = 0
  while (start < Math.min(found.length, phrase.length) && found[start] === phrase[start]) start += 1
  let end = 0
  while (end < Math.min(found.length, phrase.length) - start && found[found.length - 1 - end] === phrase[phrase.length - 1 - end]) end += 1
  const changed = found.slice(start, found.length - end)
  const wanted = phrase.slice(start, phrase.length - end)
  if (start === 0 || (end === 0 && changed.length !== wanted.length)) return false
  return changed.length <= 1 && wanted.length <= 1 && /^\p{Script=Han}?$/u.test(changed) && /^\p{Script=Han}?$/u.test(wanted)
}
