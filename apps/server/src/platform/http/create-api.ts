import { join } from 'node:path'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { RequestHandler } from 'express'
import { healthRoutes } from '../health/health-routes.js'
import { Readiness } from '../health/readiness.js'
import { usualChecks } from '../health/usual-checks.js'
import { NestLog } from '../log/nest-log.js'
import { Metrics } from '../metrics/metrics.js'
import { measured, metricsRoute } from '../metrics/metrics-route.js'
import { usualGauges } from '../metrics/usual-gauges.js'
import { projectRoot } from '../project-root.js'
import { Reconcilers } from '../reconcile/reconcilers.js'
import type { Runtime } from '../runtime.js'
import { traced } from '../trace/traced.js'
import { Traces } from '../trace/traces.js'
import { apiPrefix } from './api-prefix.js'
import { jsonBody } from './json-body.js'
import { methodGate } from './method-gate.js'
import { openApiOf } from './openapi.js'
import { requestId } from './request-id.js'
import { type Route, RouteTable } from './route-table.js'
import { securityHeaders } from './security-headers.js'
import { serveWeb } from './web-app.js'

export interface ApiOptions {
  readonly largeBodies: readonly RegExp[]
  /** The built web app; dist/web unless given. */
  readonly webFolder?: string
}

/** Builds the API with everything that stands before its routes; fails when a route has no policy. The caller listens. */
export async function createApi(module: DynamicModule, runtime: Runtime, options: ApiOptions): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(runtime.log),
  })
  app.set('trust proxy', 'loopback')
  app.disable('x-powered-by')
  app.set('etag', false)
  app.setGlobalPrefix(apiPrefix)
  const routes = app.get(RouteTable)
  routes.checkPolicies()
  const readiness = app.get(Readiness)
  for (const check of usualChecks(runtime)) readiness.add(check)
  usualGauges(app.get(Metrics), runtime, app.get(Reconcilers))
  for (const before of [
    requestId,
    healthRoutes({ live: () => true, ready: () => readiness.ask() }),
    metricsRoute(app.get(Metrics)),
    measured(app.get(Metrics)),
    traced(app.get(Traces)),
    securityHeaders(runtime.config),
    neverKept,
    methodGate(
      routes.routes().map((route) => ({ ...route, path: `${apiPrefix}${route.path}` })),
      apiPrefix,
    ),
    jsonBody({ large: options.largeBodies, forms: formPaths(routes.routes()) }),
  ] satisfies RequestHandler[])
    app.use(before)
  let document = '{}'
  const openApi: RequestHandler = (request, response, next) =>
    request.path === '/api/openapi.json' ? response.type('application/json').send(document) : next()
  app.use(openApi)
  serveWeb(app, options.webFolder ?? join(projectRoot(), 'dist/web'))
  await app.init()
  document = JSON.stringify(openApiOf(app))
  return app
}

const formPaths = (routes: readonly Route[]): ReadonlySet<string> =>
  new Set(routes.filter(({ policy }) => policy?.kind === 'public' && policy.fromMachines === true).map(({ path }) => `${apiPrefix}${path}`))

/** Answers of the API are for now and for this person. */
const neverKept: RequestHandler = (request, response, next) => {
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store')
  next()
}
