import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret a browser carries: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** How a carried secret is kept: a stolen table opens no session. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Letters and figures that cannot be mistaken for each other when read from a screen. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be used once: four groups of five, near 99 bits. */
export const newOneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')).join('-')
