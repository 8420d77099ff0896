import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { Request, RequestHandler, Response } from 'express'

/** Built files carry their hash in their name and may be kept for ever; the page itself is asked for anew each time. */
export function serveWeb(app: NestExpressApplication, folder: string): void {
  const page = join(folder, 'index.html')
  const built = existsSync(page)
  const serve = app.useStaticAssets.bind(app)
  serve(join(folder, 'assets'), { prefix: '/assets/', immutable: true, maxAge: '365d', index: false, fallthrough: false })
  serve(folder, { index: false, setHeaders: (response: Response) => response.setHeader('Cache-Control', 'no-cache') })
  const pages: RequestHandler = (request, response, next) => {
    if (!isPage(request) || !built) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  }
  app.use(pages)
}

/** An address of the desk itself, opened or reloaded in a browser. */
const isPage = ({ method, path, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|health|metrics|assets)(\/|$)/.test(path) &&
  (headers.accept ?? '').includes('text/html')
