import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** A mark of secrecy on the text: such papers are not reprinted. */
export const secretMarks: PassageRule = {
  kind: 'passage',
  id: 'secret-marks',
  family: 'safety',
  severity: 'warn',
  source: '《保守国家秘密法》第二十六条；GB/T 9704-2012 7.2.2',
  check: ({ text }) =>
    findAll(
      text,
      /(?:绝密|机密|秘密)\s?★|^\s*(?:绝密|机密|秘密)\s*$|(?:内部资料|内部文件)[，,、\s]*(?:注意保存|不得外传|请勿外传)|不得公开(?:报道|发表)/g,
      () => null,
    ),
  fires: ['⟨机密★⟩1年', '⟨内部资料，注意保存⟩', '本件⟨不得公开发表⟩'],
  silent: ['保守国家秘密', '内部资料，免费交流', '不得公开招标'],
}
