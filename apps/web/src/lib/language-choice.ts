import type { Language } from '#lib/editorial'

const KEY = 'bianyin.language'

let current: Language = kept()

function kept(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

/** The language the desk speaks now; Chinese unless the person chose otherwise in this browser. */
export const currentLanguage = (): Language => current

export function chooseLanguage(language: Language): void {
  current = language
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
