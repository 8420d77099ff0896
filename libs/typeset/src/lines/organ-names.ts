/** Words the name of an organ ends with. */
const TAIL = /(?:厅|局|委|部|处|院|校|会|社|署|办|室|行|大学|中心)$/

/** Where what an organ does begins, and its name ends. */
const DEED = /关于|印发|转发|发布|公布|答复/

/**
 * The names of organs in a title, where a blank or what they do sets them off: [from, to) in UTF-16 offsets. A name is read in one breath, 工业和信息化部办公厅 too.
 * House: a title that has neither is left to the rules of words.
 */
export function organNames(text: string): readonly (readonly [number, number])[] {
  const names: [number, number][] = []
  const deed = text.search(DEED)
  const end = deed < 0 ? text.length : deed
  for (const { 0: part, index } of text.slice(0, end).matchAll(/[^\s，、；：]+/g)) {
    const setOff = index > 0 || index + part.length < end || deed > 0
    if (setOff && TAIL.test(part)) names.push([index, index + part.length])
  }
  return names
}
