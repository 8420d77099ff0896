import type { PassageRule } from '../rule.js'

/** House: shorter lines are captions, names, labels. */
const LEAST_PARAGRAPH = 24

/** A paragraph with no mark at its end: cut off, or a heading that is not one. */
export const missingStop: PassageRule = {
  kind: 'passage',
  id: 'missing-stop',
  family: 'structure',
  severity: 'info',
  source: 'GB/T 15834-2011 4.1',
  check: ({ text, role, masked }) => {
    const cut =
      role === 'body' &&
      text.length >= LEAST_PARAGRAPH &&
      /[，。；]/.test(text) &&
      /[\p{Script=Han}\d，、]$/u.test(masked) &&
      !/^(?:附件|图|表|注)/.test(text)
    return cut ? [{ from: text.length - 1, to: text.length }] : []
  },
  fires: ['各单位各部门要提高认识，压实责任，完善制度，强化检⟨查⟩', '各单位各部门要提高认识，压实责任，完善制度，强化检查⟨，⟩'],
  silent: [
    '各单位要提高认识，压实责任，完善制度，强化检查。',
    '附件：1. 关于加强和改进实验室安全管理工作，健全制度的方案',
    '江州省教育厅办公室',
  ],
}
