import type { Element } from './dom.js'
import { absoluteAddress } from './inline-look.js'

/** House: lazy-loading attributes in the order the publishing systems mean them. */
const SOURCES = ['data-src', 'original-src', 'data-original', 'orisrc', 'oldsrc', 'data-echo', 'src']
const LEAST_SIDE = 16

/** A picture on the disk of whoever copied the text: it does not come along. */
export const isOnOwnDisk = (element: Element): boolean => /^file:/i.test(element.attribs.src ?? '')

/** The address a picture is to be had at; null for counters, icons, vector drawings and files of the author's own machine. */
export function pictureAddress(element: Element, base: string | null): string | null {
  const { attribs } = element
  const said = SOURCES.map((name) => attribs[name]).find(
    (value) => value !== undefined && value !== '' && !/^data:image\/(?:gif|svg)/i.test(value),
  )
  const tiny = [attribs.width, attribs.height].some((side) => side !== undefined && Number.parseInt(side, 10) < LEAST_SIDE)
  if (said === undefined || tiny || /\.svg(?:$|\?)|\/(?:share|icon|qrcode)[^/]*$/i.test(said) || /^file:/i.test(said)) return null
  if (/^cid:/i.test(said)) return said
  return absoluteAddress(said, base)
}
