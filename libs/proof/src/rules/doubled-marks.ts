import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

const DOUBLED =
  /([，。、；：])\1+(?!\1)|[，、；：][。，、；：]+|[。！？][，、；：。]+|、[，。]|”[。]”|“{2,}(?!‘)|”{2,}|《{2,}|》{2,}|（{2,}|）{2,}(?![）])/g

/** Two marks where one belongs: ，， 、， 。， “““. Not: ？！ and ！！！ that are meant, …… and ——. */
export const doubledMarks: PassageRule = {
  kind: 'passage',
  id: 'doubled-marks',
  family: 'marks',
  severity: 'warn',
  source: 'GB/T 15834-2011 4.1、4.4',
  check: ({ masked }) =>
    findAll(masked, DOUBLED, (found) => {
      const marks = found[0]
      if (/^）+$/.test(marks) || /^（+$/.test(marks)) return isNested(masked, found.index) ? undefined : marks[0]
      if (/^。{3,}$/.test(marks)) return undefined
      return strongest(marks)
    }),
  fires: [
    '推进改革⟨，，→，⟩促进发展',
    '教育⟨、，→，⟩科技',
    '落实到位⟨。，→。⟩同时',
    '要求⟨。。→。⟩',
    '⟨““→“⟩双一流”建设',
    '印发《意见⟨》》→》⟩的通知',
  ],
  silent: ['怎么回事？！', '他说：“好。”', '等等……', '第一——第二', '（见表1（续））', '“‘四个意识’是”'],
}

const STRENGTH = '、，；：。？！'

const strongest = (marks: string): string => [...marks].sort((a, b) => STRENGTH.indexOf(b) - STRENGTH.indexOf(a))[0] ?? marks

/** Brackets one in another close together. */
function isNested(text: string, at: number): boolean {
  const before = text.slice(0, at + 2)
  return (before.match(/（/g)?.length ?? 0) >= 2 && (text.match(/（/g)?.length ?? 0) === (text.match(/）/g)?.length ?? 0)
}
