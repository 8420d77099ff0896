import { zlibSync } from 'fflate'
import type { PdfObjects, PdfRef } from './pdfkit-document.js'
import { channelsOf, type Png, readPng } from './png-chunks.js'
import { type Samples, samplesOf } from './png-samples.js'

/**
 * A PNG as an image object: opaque ones pass through as they are, transparent and interlaced ones are taken apart into colour and a soft mask.
 * Done here and not by pdfkit, which decodes in callbacks: a broken picture would end the process, and objects would come in an order of chance.
 */
export function pngObject(bytes: Uint8Array, objects: PdfObjects): PdfRef {
  const png = readPng(bytes)
  const channels = channelsOf(png)
  const whole = !png.interlaced && png.type < 4 && png.transparency === null
  if (whole) {
    const parms = { Predictor: 15, Colors: channels, BitsPerComponent: png.bits, Columns: png.width }
    return imageObject(objects, png, png.bits, { ColorSpace: colorSpace(png, objects), DecodeParms: parms }, png.data)
  }
  return split(png, objects)
}

function colorSpace(png: Png, objects: PdfObjects): unknown {
  if (png.type === 3) {
    const palette = objects.ref()
    palette.end(png.palette ?? new Uint8Array(3))
    return ['Indexed', 'DeviceRGB', (png.palette?.length ?? 3) / 3 - 1, palette]
  }
  return png.type === 0 || png.type === 4 ? 'DeviceGray' : 'DeviceRGB'
}

function imageObject(objects: PdfObjects, png: Png, bits: number, more: object, data: Uint8Array): PdfRef {
  const object = objects.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: png.width,
    Height: png.height,
    BitsPerComponent: bits,
    Filter: 'FlateDecode',
    ...more,
  })
  object.end(data)
  return object
}

/** Colour and alpha apart, eight bits a sample. */
function split(png: Png, objects: PdfObjects): PdfRef {
  const colors = png.type === 0 || png.type === 4 ? 1 : 3
  const color = new Uint8Array(png.width * png.height * colors)
  const alpha = new Uint8Array(png.width * png.height)
  const sample = samplesOf(png)
  let opaque = true
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    alpha[pixel] = readPixel(png, sample, pixel, color, pixel * colors)
    if (alpha[pixel] !== 255) opaque = false
  }
  const space = { ColorSpace: colors === 1 ? 'DeviceGray' : 'DeviceRGB' }
  if (opaque) return imageObject(objects, png, 8, space, zlibSync(color))
  const mask = imageObject(objects, png, 8, { ColorSpace: 'DeviceGray' }, zlibSync(alpha))
  return imageObject(objects, png, 8, { ...space, SMask: mask }, zlibSync(color))
}

/** Writes the colour of a pixel and answers its alpha, 0–255. */
function readPixel(png: Png, sample: Samples, pixel: number, color: Uint8Array, at: number): number {
  const channels = channelsOf(png)
  const scaled = (channel: number): number => sample.scaled(pixel * channels + channel)
  const raw = (channel: number): number => sample.raw(pixel * channels + channel)
  const keyed = (count: number): boolean => {
    const key = png.transparency
    if (key === null) return false
    for (let i = 0; i < count; i++) if (raw(i) !== ((key[2 * i] ?? 0) << 8) + (key[2 * i + 1] ?? 0)) return false
    return true
  }
  if (png.type === 3) {
    const index = raw(0)
    for (let i = 0; i < 3; i++) color[at + i] = png.palette?.[3 * index + i] ?? 0
    return png.transparency?.[index] ?? 255
  }
  const colors = png.type === 0 || png.type === 4 ? 1 : 3
  for (let i = 0; i < colors; i++) color[at + i] = scaled(i)
  if (png.type >= 4) return scaled(colors)
  return keyed(colors) ? 0 : 255
}
