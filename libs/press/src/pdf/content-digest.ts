import { crc32 } from 'node:zlib'

const LANES = 4

/**
 * Sixteen bytes that follow from every byte of a file: its identifier, not a seal.
 * House: its pieces are dealt out to four CRC-32 in turn, which zlib reckons in a thousandth of the time SHA-256 takes in script; the seal of an edition is in its manifest.
 */
export class ContentDigest {
  private readonly sums = new Uint32Array(LANES)
  private pieces = 0
  private length = 0

  update(bytes: Uint8Array): void {
    const lane = this.pieces % LANES
    this.sums[lane] = crc32(bytes, this.sums[lane])
    this.pieces += 1
    this.length += bytes.length
  }

  /** Every sum goes into every word: files that differ in one piece differ in all of the name. */
  digest(): Uint8Array {
    const out = new Uint8Array(4 * LANES)
    const view = new DataView(out.buffer)
    let before = (this.length ^ (this.pieces << 16)) >>> 0
    for (let round = 0; round < 2 * LANES; round++) {
      const lane = round % LANES
      before = (Math.imul(before ^ (this.sums[lane] ?? 0), 0x9e3779b1) + round) >>> 0
      before = (before ^ (before >>> 15)) >>> 0
      view.setUint32(4 * lane, before ^ view.getUint32(4 * lane))
    }
    return out
  }
}
