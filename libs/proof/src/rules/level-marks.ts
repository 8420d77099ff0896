import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** The mark after a level's number: 一、 （一） 1. （1）, and none after a bracket. */
export const levelMarks: PassageRule = {
  kind: 'passage',
  id: 'level-marks',
  family: 'structure',
  severity: 'info',
  source: 'GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录B.3',
  batch: true,
  check: ({ text }) => [
    ...findAll(text, /(?<=^[（(][一二三四五六七八九十\d]{1,3}[）)])[、，.．]/g, () => ''),
    ...findAll(text, /(?<=^[一二三四五六七八九十]{1,3})[.．，]/g, () => '、'),
    ...findAll(text, /(?<=^\d{1,2})、/g, () => '．'),
  ],
  fires: ['（一）⟨、→⟩总体要求', '一⟨.→、⟩总体要求', '1⟨、→．⟩加强领导'],
  silent: ['（一）总体要求', '一、总体要求', '1．加强领导', '1. 加强领导', '10.5万人参加'],
}
