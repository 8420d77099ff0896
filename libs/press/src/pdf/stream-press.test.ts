import { deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { StreamMemory } from './stream-memory.js'
import { StreamPress } from './stream-press.js'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const plain = (packed: Uint8Array): string => new TextDecoder().decode(inflateSync(packed))

describe('the streams of a document', () => {
  it('come back as they went in', async () => {
    const press = new StreamPress()
    for (const words of ['', '页', '页'.repeat(20_000)]) expect(plain(await press.compress(text(words)))).toBe(words)
  })

  it('go to whoever offers to compress them when they are large, else not', async () => {
    const press = new StreamPress(null, { large: () => Promise.resolve(text('elsewhere')) })
    expect(await press.compress(text('页'.repeat(20_000)))).toEqual(text('elsewhere'))
    expect(plain(await press.compress(text('页')))).toBe('页')
  })

  it('go by the packet where they are many, and come back each to its own place', async () => {
    const packets: number[] = []
    const press = new StreamPress(null, {
      small: (packet) => {
        packets.push(packet.length)
        return Promise.resolve(packet.map((raw) => deflateSync(raw)))
      },
    })
    const pages = Array.from({ length: 100 }, (_, page) => `${page}页`.repeat(500))
    const waiting = pages.map(async (page) => press.compress(text(page)))
    press.flush()
    const packed = await Promise.all(waiting)
    expect(packed.map(plain)).toEqual(pages)
    expect(packets.length).toBeGreaterThan(1)
    expect(packets.reduce((sum, count) => sum + count, 0)).toBe(100)
  })

  it('are missed when they do not come back', async () => {
    const press = new StreamPress(null, { small: () => Promise.resolve([]) })
    const waiting = press.compress(text('页'))
    press.flush()
    await expect(waiting).rejects.toThrow('stream 0 of a packet of 1')
  })

  it('are taken over from the document before where they are the same at the same place', async () => {
    const memory = new StreamMemory()
    const print = async (...pages: readonly string[]): Promise<Uint8Array[]> => {
      const press = new StreamPress(memory)
      const packed: Uint8Array[] = []
      for (const page of pages) packed.push(await press.compress(text(page)))
      press.turn()
      return packed
    }
    const first = await print('一', '二', '三')
    const second = await print('一', '贰', '三')
    expect(second.map((packed, page) => packed === first[page])).toEqual([true, false, true])
    expect(second.map(plain)).toEqual(['一', '贰', '三'])
    const third = await print('二', '贰')
    expect(third.map((packed, page) => packed === second[page])).toEqual([false, true])
  })

  it('are not kept of a document too large for it', async () => {
    const memory = new StreamMemory()
    const large = new Uint8Array(4_000_000)
    for (const place of [0, 1]) memory.keep(place, large, large)
    memory.turn()
    expect(memory.find(0, large)).toBeNull()
  })
})
