import type { FlowRun } from '../layout.js'

/** （一）指导思想。 before its text. Source: GB/T 9704-2012 7.3.3 (第二层用楷体字); CLREQ #types_of_headings, run-in headings. */
const SECOND_LEVEL = /^[（(][一二三四五六七八九十]+[）)][^。！？；：]{2,30}。/

/** A heading run into its paragraph in 楷体; any other paragraph as it is. House: the opening sentence, when it is short and more text follows. */
export function runIn(text: string, runs: readonly FlowRun[]): readonly FlowRun[] {
  const found = SECOND_LEVEL.exec(text)
  const end = found?.[0].length ?? 0
  if (end === 0 || end === text.length) return runs
  return runs.flatMap((run) => {
    if (run.from >= end) return [run]
    const head: FlowRun = { ...run, to: Math.min(run.to, end), face: 'kai' }
    return run.to <= end ? [head] : [head, { ...run, from: end }]
  })
}
