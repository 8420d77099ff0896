import { type RefObject, useEffect } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** j and k walk down and up the list, o opens where one stands, / goes to the search; never while something is typed or a dialog is open. */
export function useListKeys(body: RefObject<HTMLElement | null>, search: () => void): void {
  useEffect(() => {
    const walk = (step: number): void => {
      const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-list-link]') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLElement)
      const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))
      links[next]?.focus()
    }
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || document.querySelector('[role="dialog"]') !== null)
        return
      if (event.key === 'j') walk(1)
      else if (event.key === 'k') walk(-1)
      else if (event.key === 'o') (document.activeElement as HTMLElement | null)?.click()
      else if (event.key === '/') search()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
