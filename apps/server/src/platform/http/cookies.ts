import type { CookieOptions, Request } from 'express'
import type { Config } from '../config/config.js'

const secure = (config: Config): boolean => config.publicUrl?.protocol === 'https:'

/** `__Host-` where TLS is certain: the browser then refuses the cookie from any other host or path. */
export const cookieName = (name: 'session' | 'visitor', config: Config): string => `${secure(config) ? '__Host-' : ''}bianyin-${name}`

export const cookieOptions = (config: Config): CookieOptions => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure(config) })

/** One cookie of a request by name; the first of several, undefined when absent. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return decoded(pair.slice(at + 1).trim())
  }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
