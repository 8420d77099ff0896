import { findAll } from '../find.js'
import type { PassageRule } from '../rule.js'

/** Private use (Co), controls (Cc) but for tab and line ends, the replacement sign. */
const SHAPELESS = /(?:[\p{Co}\ufffd]|(?![\t\n\r])\p{Cc})+/gu

/** Characters no font has a shape for: private use, the replacement sign, control characters. */
export const privateCharacters: PassageRule = {
  kind: 'passage',
  id: 'private-characters',
  family: 'characters',
  severity: 'block',
  source: 'GB/T 13000-2010：私用区与控制字符不得用于交换',
  check: ({ text }) => (mayHold(text) ? findAll(text, SHAPELESS, () => null) : []),
  fires: ['教育⟨\ue123⟩强国', '教育⟨\ufffd\ufffd⟩强国'],
  silent: ['教育强国'],
}

/** A quick look, so that sound text costs nothing. */
function mayHold(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit >= 0xd800) {
      if (unit !== 0x0a && !(unit >= 0xff00 && unit <= 0xffef)) return true
    }
  }
  return false
}
