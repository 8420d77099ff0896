import { App } from 'antd'
import { useMemo } from 'react'
import { Problem, UNREACHABLE } from '../lib/api/problem.js'
import { useTexts } from '../lib/language.js'
import type { Texts } from '../lib/texts/zh.js'

/** The sentence of whatever went wrong, in the language of the desk. */
export function sentenceOf(error: unknown, texts: Texts): string {
  if (!(error instanceof Problem)) return texts.failed
  if (error.code === UNREACHABLE) return texts.unreachable
  const places = error.places.map((place) => place.detail).filter((detail) => detail !== '')
  return places.length === 0 ? error.detail : `${error.detail} ${[...new Set(places)].slice(0, 3).join(' ')}`
}

/** Short words to the person at the edge of the screen: what was done, what was refused. */
export function useSay() {
  const { message } = App.useApp()
  const texts = useTexts()
  return useMemo(
    () => ({
      done: (text: string): void => void message.success(text),
      note: (text: string): void => void message.info(text),
      problem: (error: unknown): void => void message.error({ content: sentenceOf(error, texts), duration: 6 }),
    }),
    [message, texts],
  )
}
