import { type RefObject, useEffect, useState } from 'react'
import type { ArticleContent } from '#lib/editorial'
import { type ChosenPassage, chosenPassage } from './passage.js'

/** The words last chosen on a sheet; going to a field to write about them does not let go of them. */
export function usePassage(sheet: RefObject<HTMLElement | null>, content: ArticleContent | undefined) {
  const [passage, setPassage] = useState<ChosenPassage | null>(null)
  useEffect(() => {
    if (content === undefined) return undefined
    const take = (): void => {
      const chosen = sheet.current === null ? null : chosenPassage(sheet.current, content)
      if (chosen !== null) setPassage(chosen)
    }
    document.addEventListener('selectionchange', take)
    return () => document.removeEventListener('selectionchange', take)
  }, [content, sheet])
  return { passage, letGo: (): void => setPassage(null) }
}
