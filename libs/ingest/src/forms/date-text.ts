import { readDate } from '#lib/editorial'

const FIGURES: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  Ｏ: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** The date a line says, in figures or in Chinese (二〇二四年八月三十日), as ISO; null when there is none. */
export function readDateText(text: string): string | null {
  const arabic = text
    .replace(/[一二][〇○Ｏ零一二三四五六七八九]{3}(?=\s*年)/g, (year) => [...year].map((char) => FIGURES[char] ?? '').join(''))
    .replace(
      /([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=\s*[月日])/g,
      (_, tens: string, ones: string) => `${FIGURES[tens] ?? '1'}${FIGURES[ones] ?? '0'}`,
    )
    .replace(/[一二三四五六七八九](?=\s*[月日])/g, (char) => FIGURES[char] ?? '')
  return readDate(arabic)
}
