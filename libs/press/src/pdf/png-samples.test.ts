import { describe, expect, it } from 'vitest'
import { png } from '../../../../test/small-png.js'
import { readPng } from './png-chunks.js'
import { samplesOf } from './png-samples.js'

const values = (bytes: Uint8Array, count: number): number[] => {
  const samples = samplesOf(readPng(bytes))
  return Array.from({ length: count }, (_, index) => samples.raw(index))
}

describe('samples of a PNG', () => {
  it('undoes each filter', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 10, 10],
      [2, 1, 1, 1],
      [3, 5, 5, 5],
      [4, 1, 1, 1],
    ]
    expect(values(png(3, 5, 8, 0, rows), 15)).toEqual([10, 20, 30, 10, 20, 30, 11, 21, 31, 10, 20, 30, 11, 21, 31])
  })

  it('unpacks samples of fewer bits', () => {
    expect(values(png(5, 1, 1, 0, [[0, 0b10110000]]), 5)).toEqual([1, 0, 1, 1, 0])
    expect(values(png(3, 1, 4, 0, [[0, 0x5a, 0xf0]]), 3)).toEqual([5, 10, 15])
  })

  it('puts an interlaced picture together', () => {
    // 3 × 3 by Adam7: passes 1, 4, 5, 6 and 7 have pixels.
    const rows = [
      [0, 1],
      [0, 3],
      [0, 7, 9],
      [0, 2],
      [0, 8],
      [0, 4, 5, 6],
    ]
    expect(values(png(3, 3, 8, 0, rows, 1), 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('throws where the data end too early', () => {
    expect(() => values(png(3, 5, 8, 0, [[0, 1, 2, 3]]), 15)).toThrow()
    expect(() => readPng(png(3, 1, 8, 0, [[0, 1, 2, 3]]).slice(0, 50))).toThrow()
  })
})
