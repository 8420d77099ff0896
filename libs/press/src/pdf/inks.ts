import type { Color } from '#lib/typeset'

/**
 * What each ink is on paper. Black is DeviceGray 0, so that it prints with the black plate alone.
 * House: red is the official red of mastheads, sRGB E6 00 12, near full magenta and yellow; grey 40 %; link a dark blue that stays legible in print.
 */
const inks: Readonly<Record<Color, { readonly fill: string; readonly stroke: string }>> = {
  black: { fill: '0 g', stroke: '0 G' },
  grey: { fill: '.4 g', stroke: '.4 G' },
  red: { fill: '.902 0 .071 rg', stroke: '.902 0 .071 RG' },
  link: { fill: '.02 .25 .55 rg', stroke: '.02 .25 .55 RG' },
}

/** The operators that choose an ink, for filled and for stroked shapes. */
export const inkOf = (color: Color): { readonly fill: string; readonly stroke: string } => inks[color]
