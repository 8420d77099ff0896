import { Injectable, RequestMethod, type Type } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core'
import { type RoutePolicy, routePolicyKey } from '../guard/policy.js'

export interface Route {
  readonly method: string
  readonly path: string
  readonly handler: string
  readonly policy: RoutePolicy | undefined
}

/** Every route of every controller, read from their decorators once at start. */
@Injectable()
export class RouteTable {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  routes(): readonly Route[] {
    return this.discovery
      .getControllers()
      .flatMap((wrapper) => (wrapper.metatype === null ? [] : this.ofController(wrapper.metatype as Type)))
  }

  /** Throws when any route has no policy: nobody may forget one. */
  checkPolicies(): void {
    const open = this.routes().filter((route) => route.policy === undefined)
    if (open.length > 0)
      throw new Error(`routes without a policy: ${open.map((route) => `${route.method} ${route.path} (${route.handler})`).join(', ')}`)
  }

  private ofController(controller: Type): Route[] {
    const prefixes = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[] | undefined].flat().map((part) => part ?? '')
    return this.scanner.getAllMethodNames(controller.prototype as object).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name] as () => unknown
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined
      if (method === undefined) return []
      const paths = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat()
      const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(routePolicyKey, [handler, controller])
      return prefixes.flatMap((prefix) =>
        paths.map((path) => ({
          method: RequestMethod[method] as string,
          path: joinPath(prefix, path),
          handler: `${controller.name}.${name}`,
          policy,
        })),
      )
    })
  }
}

const joinPath = (prefix: string, path: string): string => `/${[prefix, path].join('/').split('/').filter(Boolean).join('/')}`
