import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** A person's mobile number in print. */
export const mobileNumbers: PassageRule = {
  kind: 'passage',
  id: 'mobile-numbers',
  family: 'safety',
  severity: 'warn',
  source: '《个人信息保护法》第二十五条：公开个人信息须经同意',
  check: ({ text }) => findAll(text, /(?<![\dA-Za-z.])1[3-9]\d(?:[ -]?\d{4}){2}(?![\d.])/g, () => null),
  fires: ['联系电话：⟨13812345678⟩', '手机⟨138-1234-5678⟩'],
  silent: ['联系电话：0871-65031234', '编号213812345678', '增长13812.5万元'],
}
