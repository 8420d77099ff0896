import { z } from 'zod'

/** An address of one of these schemes. */
export const schemes = (...allowed: string[]) =>
  z.string().refine((text) => URL.canParse(text) && allowed.includes(new URL(text).protocol), {
    params: { code: 'config/not-a-url', schemes: allowed.join(' ') },
  })
