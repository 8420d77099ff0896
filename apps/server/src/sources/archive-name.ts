/** House: what a file may be called in the archive; longer names lose their middle, never their ending. */
const LONGEST_NAME = 200

/** The name as its owner wrote it, in one Unicode form, without control signs or folders. */
export function archiveName(name: string): string {
  const chars = [
    ...(name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? ''),
  ]
  if (chars.length === 0) return '未命名'
  return chars.length <= LONGEST_NAME ? chars.join('') : [...chars.slice(0, LONGEST_NAME - 21), '…', ...chars.slice(-20)].join('')
}
