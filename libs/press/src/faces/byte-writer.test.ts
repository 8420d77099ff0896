import { expect, it } from 'vitest'
import { ByteWriter } from './byte-writer.js'

const written = (write: (out: ByteWriter) => void): string => {
  const out = new ByteWriter(1)
  write(out)
  return String.fromCharCode(...out.view())
}

it.each([
  [0, '0'],
  [12, '12'],
  [-0.5, '-0.5'],
  [2.71849, '2.718'],
  [0.04, '0.04'],
  [0.0004, '0'],
  [-0.0004, '0'],
  [99.9996, '100'],
  [595.28, '595.28'],
  [1234567.8, '1234567.8'],
])('writes %d as %s', (value, text) => {
  expect(written((out) => out.number(value))).toBe(text)
})

it('escapes brackets, backslash and carriage return in strings', () => {
  const write = (out: ByteWriter): void => {
    for (const letter of 'a(b)\\\r\n') out.literal(letter.charCodeAt(0))
  }
  expect(written(write)).toBe('a\\(b\\)\\\\\\r\n')
})

it('grows past its first size', () => {
  expect(written((out) => out.chunk(new TextEncoder().encode('一二三'.repeat(50)))).length).toBe(450)
})
