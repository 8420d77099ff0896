/** What everyone tries first, in the lower case they are compared in. House: written down from habit, the shape rules below do the rest. */
const everyday = [
  'password',
  'passw0rd',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'letmein',
  'welcome',
  'administrator',
  'admin',
  'iloveyou',
  'woaini',
  'mima',
  '1q2w3e4r',
  '1qaz2wsx',
  'abcd1234',
  'a1b2c3d4',
  'bianyin',
  '编印',
  '密码',
]

/** Telephone numbers, dates, identity numbers. House: eighteen figures is the longest number a person carries. */
const isOnlyFigures = (text: string): boolean => /^\d{1,18}$/.test(text)

const allTheSame = (text: string): boolean => new Set(text).size <= 2

/** 12345…, abcde…, 98765…: every step the same. */
function isLadder(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0) ?? 0)
  const step = (codes[1] ?? 0) - (codes[0] ?? 0)
  return Math.abs(step) <= 1 && codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step)
}

/** One short piece over and over: abc123abc123. */
const isRefrain = (text: string): boolean => /^(.{1,6})\1+$/u.test(text)

/** Whether a chosen password is one a stranger would try: everyday words with figures, runs, repetitions, the own user name. */
export function isTooCommon(password: string, login: string): boolean {
  const text = password.toLowerCase()
  if (isOnlyFigures(text) || allTheSame(text) || isLadder(text) || isRefrain(text)) return true
  const rest = [...everyday, login].reduce((left, word) => left.replaceAll(word, ''), text)
  return rest.length < text.length && rest.replace(/[\p{N}\p{P}\p{S}\p{Z}]/gu, '').length < 4
}
