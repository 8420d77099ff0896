import { FIXED_WORDING, KNOWN_ALTERED } from '../data/fixed-wording.js'
import type { Hit, PassageRule } from '../rule.js'

/** Fixed wording with one character changed, lost or added. Never put right by itself: the suggestion is for a person. */
export const fixedWording: PassageRule = {
  kind: 'passage',
  id: 'fixed-wording',
  family: 'wording',
  severity: 'block',
  source: '《关于规范使用政治用语的规定》；House：固定表述不得改动',
  check: ({ text }) =>
    [...knownAltered(text), ...FIXED_WORDING.flatMap((phrase) => nearMisses(text, phrase))].sort((a, b) => a.from - b.from),
  fires: [
    '在⟨以习近平总书记为核心的党中央→以习近平同志为核心的党中央⟩坚强领导下',
    '坚持⟨习近平新时代中国特色社会主意思想→习近平新时代中国特色社会主义思想⟩',
    '构建⟨人类命运共同→人类命运共同体⟩的主张'.replace('构建⟨人类命运共同→人类命运共同体⟩', '⟨构建人类命运同体→构建人类命运共同体⟩'),
    '培育⟨社会主义核心价值值观→社会主义核心价值观⟩',
  ],
  silent: [
    '坚持以习近平新时代中国特色社会主义思想为指导',
    '在以习近平同志为核心的党中央坚强领导下',
    '培养社会主义事业建设者和接班人',
    '推动构建人类卫生健康共同体',
    '不忘初心，牢记使命',
    '全面建设社会主义现代化强国',
  ],
}

function knownAltered(text: string): Hit[] {
  return KNOWN_ALTERED.flatMap(([wrong, right]) => {
    const from = text.indexOf(wrong)
    return from < 0 ? [] : [{ from, to: from + wrong.length, suggestion: right }]
  })
}

/** Places one character away from a phrase, found by whichever half of it is sound. */
function nearMisses(text: string, phrase: string): Hit[] {
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
