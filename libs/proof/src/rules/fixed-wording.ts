import { FIXED_WORDING, KNOWN_ALTERED } from '../data/fixed-wording.js'
import { nearMisses } from '../near-phrase.js'
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
