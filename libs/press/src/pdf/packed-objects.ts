import { ByteWriter } from '../faces/byte-writer.js'
import { oneByteEach } from './object-ref.js'

/** Objects that go into one object stream. */
export interface PackedGroup {
  readonly members: readonly { readonly id: number; readonly text: string }[]
  readonly count: number
  /** Where the first object lies, after the list of numbers and offsets. */
  readonly first: number
  readonly bytes: Uint8Array
}

/** House: as many as keep a stream near 20 kB, so that a reader who wants one object does not unpack a book. */
const objectsPerStream = 200

/** Plain objects kept back for object streams, and the cross-reference table that knows where each went. */
export class PackedObjects {
  /** Bytes of the three columns: kind, place, index. Offsets up to 4 GB. */
  readonly widths = [1, 4, 2]
  private readonly objects: { id: number; text: string }[] = []
  private readonly places = new Map<number, { stream: number; index: number }>()

  add(id: number, text: string): void {
    this.objects.push({ id, text })
  }

  groups(): PackedGroup[] {
    const groups: PackedGroup[] = []
    for (let start = 0; start < this.objects.length; start += objectsPerStream)
      groups.push(pack(this.objects.slice(start, start + objectsPerStream)))
    return groups
  }

  /** Notes the object stream a group was written to. */
  place(group: PackedGroup, stream: number): void {
    group.members.forEach(({ id }, index) => {
      this.places.set(id, { stream, index })
    })
  }

  /** The rows of the cross-reference table, object 0 first. */
  table(offsets: readonly (number | null)[]): Uint8Array {
    const rows = new ByteWriter(7 * (offsets.length + 1))
    row(rows, 0, 0, 65535)
    offsets.forEach((offset, index) => {
      const place = this.places.get(index + 1)
      if (place === undefined) row(rows, 1, offset ?? 0, 0)
      else row(rows, 2, place.stream, place.index)
    })
    return rows.view()
  }
}

function row(rows: ByteWriter, kind: number, place: number, index: number): void {
  rows.byte(kind)
  rows.uint32(place)
  rows.uint16(index)
}

/** One flat text a group: V8 turns it into bytes in one go, where a walk over its characters takes ten times as long. */
function pack(members: readonly { readonly id: number; readonly text: string }[]): PackedGroup {
  let index = ''
  let body = ''
  for (const { id, text } of members) {
    index += index === '' ? `${id} ${body.length}` : ` ${id} ${body.length}`
    body += `${text}\n`
  }
  return { members, count: members.length, first: index.length + 1, bytes: oneByteEach(`${index}\n${body}`) }
}
