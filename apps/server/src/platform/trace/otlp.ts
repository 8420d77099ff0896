/** One piece of work with its beginning and end: a request answered, a job done. */
export interface Span {
  /** 32 hexadecimal figures; those of the request's number, so that a line of the log leads to its trace. */
  readonly traceId: string
  /** 16 hexadecimal figures. */
  readonly spanId: string
  readonly name: string
  readonly kind: 'server' | 'consumer'
  /** Milliseconds since 1970. */
  readonly startMs: number
  readonly endMs: number
  readonly attributes: Readonly<Record<string, string | number>>
  readonly failed: boolean
}

/** Source: OTLP 1.x trace.proto, SpanKind and Status.StatusCode. */
const kinds = { server: 2, consumer: 5 } as const
const failure = 2

/** Spans as an OpenTelemetry collector takes them over HTTP in JSON. Source: OTLP 1.x, ExportTraceServiceRequest; ids in hexadecimal, times in nanoseconds as text. */
export const otlpOf = (service: string, spans: readonly Span[]): unknown => ({
  resourceSpans: [
    {
      resource: { attributes: attributesOf({ 'service.name': service }) },
      scopeSpans: [{ scope: { name: 'bianyin' }, spans: spans.map(spanOf) }],
    },
  ],
})

const spanOf = (span: Span): unknown => ({
  traceId: span.traceId,
  spanId: span.spanId,
  name: span.name,
  kind: kinds[span.kind],
  startTimeUnixNano: nanoseconds(span.startMs),
  endTimeUnixNano: nanoseconds(span.endMs),
  attributes: attributesOf(span.attributes),
  status: span.failed ? { code: failure } : {},
})

const nanoseconds = (ms: number): string => `${BigInt(Math.round(ms * 1000)) * 1000n}`

const attributesOf = (attributes: Span['attributes']): unknown[] =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? { stringValue: value } : { intValue: String(Math.round(value)) },
  }))
