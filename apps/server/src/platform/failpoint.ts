import { closeSync, openSync } from 'node:fs'
import { sleep } from './clock.js'

type Action = 'kill' | 'throw' | 'delay' | 'hold'
interface Failpoint {
  readonly name: string
  readonly action: Action
  /** For kill, throw and hold: at which passage; for delay: milliseconds. */
  readonly n: number
}

const testBuild = process.env.NODE_ENV === 'test' || process.env.BIANYIN_TEST_BUILD === '1'

/** Reads `name:kill|throw|delay|hold:n`, several parted by commas; a malformed one is a fault, so that no test runs without its failure. */
export function parseFailpoints(text: string | undefined): readonly Failpoint[] {
  return (text ?? '').split(',').filter(Boolean).map(parseOne)
}

function parseOne(text: string): Failpoint {
  const match = /^([\w/-]+):(kill|throw|delay|hold):(\d+)$/.exec(text.trim())
  if (match === null) throw new Error(`FAILPOINT is not name:kill|throw|delay|hold:n – ${text}`)
  return { name: match[1] as string, action: match[2] as Action, n: Number(match[3]) }
}

const armed = testBuild ? parseFailpoints(process.env.FAILPOINT) : []
const passages = new Map<string, number>()

/**
 * A named place where tests make the world end. Outside test builds it does nothing.
 * With FAILPOINT_MARK (a path) it happens once over all restarts: the first to create the mark fails. One that holds stays where it is, until the test has seen the mark and kills it.
 */
export async function failpoint(name: string): Promise<void> {
  for (const point of armed) if (point.name === name) await pass(point)
}

async function pass(point: Failpoint): Promise<void> {
  if (point.action === 'delay') return sleep(point.n)
  const passage = (passages.get(point.name) ?? 0) + 1
  passages.set(point.name, passage)
  if (passage !== point.n || !firstEver(process.env.FAILPOINT_MARK)) return
  if (point.action === 'throw') throw new Error(`failpoint ${point.name}`)
  if (point.action === 'kill') process.kill(process.pid, 'SIGKILL')
  await sleep(60_000)
}

function firstEver(mark: string | undefined): boolean {
  if (mark === undefined) return true
  try {
    closeSync(openSync(mark, 'wx'))
    return true
  } catch {
    return false
  }
}
