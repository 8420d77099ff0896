import { EdgeRefusal, type ProblemPlace } from '../errors/edge-refusal.js'
import { pointer } from '../errors/issue-places.js'
import { said } from '../errors/said.js'

/** House: no article nests 64 deep. */
const deepest = 64
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Bytes of a request to its JSON value; refuses what is not UTF-8, not JSON, too complex, or holds text nobody can print. */
export function readJson(bytes: Buffer, mostMembers: number): unknown {
  const value = parse(decode(bytes))
  const walk = new Walk(mostMembers)
  walk.value(value, [], 1)
  if (walk.flaws.length > 0) throw new EdgeRefusal(422, 'http/invalid-text', {}, { errors: walk.flaws })
  return value
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xfe || bytes[0] === 0xff || bytes[0] === 0xef) refuseMarks(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new EdgeRefusal(400, 'http/invalid-encoding')
  }
}

/** A byte-order mark, or UTF-16: not the JSON the standard allows. */
function refuseMarks(bytes: Buffer): void {
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf8 || utf16) throw new EdgeRefusal(400, 'http/malformed-json')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new EdgeRefusal(400, 'http/malformed-json')
  }
}

class Walk {
  readonly flaws: ProblemPlace[] = []
  private members = 0

  constructor(private readonly mostMembers: number) {}

  value(value: unknown, path: readonly (string | number)[], depth: number): void {
    if (typeof value === 'string') this.text(value, path)
    if (value === null || typeof value !== 'object') return
    if (depth > deepest) throw new EdgeRefusal(422, 'http/too-complex')
    for (const [key, member] of Object.entries(value)) this.member(key, member, Array.isArray(value), path, depth)
  }

  private member(key: string, member: unknown, inList: boolean, path: readonly (string | number)[], depth: number): void {
    this.members += 1
    if (this.members > this.mostMembers) throw new EdgeRefusal(422, 'http/too-complex')
    if (!inList) {
      if (forbiddenKeys.has(key)) throw new EdgeRefusal(422, 'http/forbidden-key')
      this.text(key, path)
    }
    this.value(member, [...path, key], depth + 1)
  }

  private text(text: string, path: readonly (string | number)[]): void {
    const at = unprintableAt(text)
    if (at === undefined || this.flaws.length >= 100) return
    this.flaws.push({ pointer: pointer(path), code: 'invalid-text', detail: said('wire/invalid-text', { position: at }) })
  }
}

/** Controls other than tab and line ends, U+FFFE and U+FFFF, and halves of surrogate pairs. */
const unprintable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u

const unprintableAt = (text: string): number | undefined => unprintable.exec(text)?.index
