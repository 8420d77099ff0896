/** Whether a character fills a full square: Han, kana, Hangul. Marks do not count, since their blanks come and go. Source: Unicode blocks. */
export function isHan(character: number): boolean {
  if (character < 0x2e80) return false
  if (character <= 0x9fff) return character < 0x3000 || character >= 0x3040 || character === 0x3005 || character === 0x3007
  return (character >= 0xac00 && character <= 0xd7af) || (character >= 0xf900 && character <= 0xfaff) || character >= 0x20000
}
