import { invalid } from '#lib/editorial'
import type { ImageArt, Layout, Pt } from '#lib/typeset'
import type { PdfObjects, PdfRef } from './pdfkit-document.js'
import { isPng } from './png-chunks.js'
import { pngObject } from './png-picture.js'

/** A picture in the file, once, however often it is drawn. */
export interface PlacedPicture {
  readonly name: string
  readonly object: PdfRef
  /** Maps the unit square of the picture onto its place, upright whatever the camera noted. */
  readonly matrix: (place: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt }) => readonly number[]
}

/**
 * Every picture the pages show, as image objects in order of appearance.
 * Refuses `press/bad-picture` where the bytes are no PNG or JPEG.
 */
export function placePictures(layout: Layout, bytes: ReadonlyMap<string, Uint8Array>, objects: PdfObjects): Map<string, PlacedPicture> {
  const placed = new Map<string, PlacedPicture>()
  const shown = layout.pages.flatMap((page) => page.art.filter((art): art is ImageArt => art.kind === 'image'))
  for (const { sha256 } of shown) {
    if (placed.has(sha256)) continue
    const file = bytes.get(sha256)
    if (file === undefined) throw new Error(`picture ${sha256} was not handed in`)
    placed.set(sha256, placePicture(file, sha256, `Im${placed.size + 1}`, objects))
  }
  return placed
}

function placePicture(file: Uint8Array, sha256: string, name: string, objects: PdfObjects): PlacedPicture {
  try {
    const image = isPng(file) ? { obj: pngObject(file, objects) } : objects.picture(file)
    const turn = turns[('orientation' in image ? (image.orientation ?? 1) : 1) - 1] ?? upright
    return {
      name,
      object: image.obj,
      matrix: ({ x, y, width, height }) => {
        const [a, b, c, d, e, f] = turn
        return [a * width, b * height, c * width, d * height, x + e * width, y + f * height]
      },
    }
  } catch {
    throw invalid('press/bad-picture', { picture: sha256.slice(0, 12) })
  }
}

type Turn = readonly [number, number, number, number, number, number]

/** Unit square (origin bottom left, as images are) to unit place (origin top left): upright is a flip of y. */
const upright: Turn = [1, 0, 0, -1, 0, 1]

/** By EXIF orientation 1–8. Source: JEITA CP-3451 (Exif) §4.6.4, tag Orientation. */
const turns: readonly Turn[] = [
  upright,
  [-1, 0, 0, -1, 1, 1],
  [-1, 0, 0, 1, 1, 0],
  [1, 0, 0, 1, 0, 0],
  [0, 1, -1, 0, 1, 0],
  [0, 1, 1, 0, 0, 0],
  [0, -1, 1, 0, 0, 1],
  [0, -1, -1, 0, 1, 1],
]
