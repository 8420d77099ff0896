import { useTexts } from '../lib/language.js'

/** Where a reader found a field, in words: marks of pages and files by their names, places as they are called. */
export function ReadFrom({ from }: { readonly from: string }) {
  const { origin } = useTexts()
  const [, mark, name] = /^(meta|front matter) (.+)$/.exec(from) ?? []
  if (name !== undefined)
    return (
      <>
        {mark === 'meta' ? origin.pageMark : origin.fileMark} <code>{name}</code>
      </>
    )
  const place = origin.places[from]
  return place === undefined ? <span lang="zh-CN">{from}</span> : place
}
