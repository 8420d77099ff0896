import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { compiledProgram } from '../platform/project-root.js'
import type * as fromSource from './deflate-packets.js'

const { openPackets } = (await import(compiledProgram('editions/deflate-packets'))) as typeof fromSource

const page = (number: number): Uint8Array => new TextEncoder().encode(`第${number}页`.repeat(number % 40))

it('hands back every stream of every packet in its place, as it would be compressed here', async () => {
  const compress = openPackets()
  const packets = Array.from({ length: 12 }, (_, packet) => Array.from({ length: 50 }, (_, index) => page(50 * packet + index)))
  const answers = await Promise.all(packets.map((packet) => compress(packet, 2)))
  for (const [packet, answer] of answers.entries())
    expect(answer.map((one) => Buffer.from(one).toString('hex'))).toEqual(
      packets[packet]?.map((one) => deflateSync(one, { level: 2 }).toString('hex')),
    )
})

it('fails what was in hand when its thread dies, and begins another', async () => {
  const compress = openPackets()
  const hands = [compress([page(1)], 2), compress([page(2)], 99), compress([page(3)], 2)]
  const [, ...lost] = await Promise.allSettled(hands)
  expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await compress([page(4)], 2)).toHaveLength(1)
})
