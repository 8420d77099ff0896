import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common'

type Where = ArgumentMetadata['type']
type Issues = Parameters<NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>>[0]

/** A body, query or path that does not fit its schema; spelled out in the reader's language by the filter. */
export class SchemaRefusal extends Error {
  constructor(
    readonly where: Where,
    readonly issues: Issues,
  ) {
    super('the request does not fit its schema')
    this.name = 'SchemaRefusal'
  }
}

/** Nest's own schema pipe, remembering which part of the request did not fit. */
@Injectable()
export class SchemaPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => new SchemaRefusal('body', issues) })
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata)
    } catch (error) {
      throw error instanceof SchemaRefusal ? new SchemaRefusal(metadata.type, error.issues) : error
    }
  }
}
