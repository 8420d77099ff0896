import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config/config.js'

/** Nothing inline, nothing foreign; pictures and workers may come from memory (previews). Styles may be inline, as the component library sets them so. */
const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'blob:', 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

/** A campus network without TLS must go on working, so nothing is promised for TLS unless our public address has it. */
export function securityHeaders(config: Config): RequestHandler {
  const tls = config.publicUrl?.protocol === 'https:'
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: tls ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: tls ? { policy: 'same-origin' } : false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

/** What goes with every stored file that is sent: it is data to be saved, never a page to be run. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
}
