import { type RefObject, useEffect } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

/** What a key does where the focus stands; `row` is the article's, where it stands on one. */
export type KeyActs = Readonly<Record<string, (row: string | undefined) => void>>

/** j and k walk down and up the list, o opens where one stands; other keys do what `acts` says. Never while something is typed or a dialog is open. */
export function useListKeys(body: RefObject<HTMLElement | null>, acts: KeyActs): void {
  useEffect(() => {
    const here = (): HTMLElement | null => (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-list-row]') ?? null
    const walk = (step: number): void => {
      const rows = [...(body.current?.querySelectorAll<HTMLElement>('[data-list-row]') ?? [])]
      const at = rows.indexOf(here() as HTMLElement)
      const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))
      rows[next]?.querySelector<HTMLElement>('[data-list-link]')?.focus()
    }
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || document.querySelector('[role="dialog"]') !== null)
        return
      const act = acts[event.key]
      if (event.key === 'j') walk(1)
      else if (event.key === 'k') walk(-1)
      else if (event.key === 'o') here()?.querySelector<HTMLElement>('[data-list-link]')?.click()
      else if (act !== undefined) act(here()?.dataset.listRow)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
