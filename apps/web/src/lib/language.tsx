import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Language } from '#lib/editorial'
import { chooseLanguage, currentLanguage } from './language-choice.js'
import { queryClient } from './query-client.js'
import { type Texts, zh } from './texts/zh.js'

interface Spoken {
  readonly language: Language
  readonly texts: Texts
  readonly choose: (language: Language) => void
}

const Speaking = createContext<Spoken>({ language: 'zh', texts: zh, choose: () => undefined })

const bookOf = async (language: Language): Promise<Texts> => (language === 'zh' ? zh : (await import('./texts/en.js')).en)

/** Holds the language of the desk; nothing is shown until its book is at hand, so that no screen mixes two. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage)
  const [book, setBook] = useState<{ of: Language; texts: Texts } | null>(language === 'zh' ? { of: 'zh', texts: zh } : null)

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    let wanted = true
    void bookOf(language).then((texts) => wanted && setBook({ of: language, texts }))
    return () => {
      wanted = false
    }
  }, [language])

  const spoken = useMemo<Spoken | null>(
    () =>
      book && {
        language: book.of,
        texts: book.texts,
        choose: (next) => {
          chooseLanguage(next)
          setLanguage(next)
          // The sentences the server words itself are asked for again.
          void queryClient.invalidateQueries()
        },
      },
    [book],
  )
  return spoken === null ? null : <Speaking value={spoken}>{children}</Speaking>
}

export const useTexts = (): Texts => useContext(Speaking).texts
export const useSpoken = (): Spoken => useContext(Speaking)
