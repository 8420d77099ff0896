import { CONNECTOR, classOf, DASH, LETTER } from './classes.js'

const APOSTROPHE = 0x2019

/**
 * The class of a character among its neighbours: a dash alone is a 一字线 between two things, two are a 破折号; ’ inside a word is an apostrophe.
 * Source: GB/T 15834-2011 4.10 (破折号 is two characters long), 4.13 (连接号).
 */
export function contextClass(text: string, at: number, code: number, kind: number): number {
  if (kind === DASH) return before(text, at) === DASH || after(text, at) === DASH || code !== 0x2014 ? DASH : CONNECTOR
  if (code === APOSTROPHE && before(text, at) === LETTER && after(text, at) === LETTER) return LETTER
  return kind
}

const before = (text: string, at: number): number => (at === 0 ? -1 : classOf(text.charCodeAt(at - 1)))
const after = (text: string, at: number): number => (at + 1 >= text.length ? -1 : classOf(text.charCodeAt(at + 1)))
