import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import { silentLog } from '../telemetry/log.ts';
import { createTracing, type Tracing, type TracingOptions } from '../telemetry/tracing.ts';

/** What an exporter answers; the codes are those of a package that this one does not depend on. */
export const SENT = { code: 0 } as never;
export const NOT_SENT = { code: 1, error: new Error('no answer') } as never;

export interface Traces extends AsyncDisposable {
  tracing: Tracing;
  /** Every span that has ended, once all are sent. */
  sent: () => Promise<readonly ReadableSpan[]>;
}

/** Tracing of all work, into memory. */
export async function keepTraces(options: Partial<TracingOptions> = {}): Promise<Traces> {
  const spans: ReadableSpan[] = [];
  const exporter: SpanExporter = {
    export(ended, told) {
      spans.push(...ended);
      told(SENT);
    },
    shutdown: () => Promise.resolve(),
  };
  const tracing = await createTracing({
    exporterUrl: undefined,
    sampleRatio: 1,
    service: 'tested',
    log: silentLog,
    exporter,
    ...options,
  });
  if (tracing === undefined) throw new Error('expected to trace');
  return {
    tracing,
    async sent() {
      await tracing.close();
      return spans;
    },
    [Symbol.asyncDispose]: () => tracing.close(),
  };
}

/** Each span under the one that it is a part of: `request > fetch books > subgraph books`. */
export function pathsOf(spans: readonly ReadableSpan[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanContext().spanId, span]));
  return spans.map(pathOf).toSorted();

  function pathOf(span: ReadableSpan): string {
    const parent = byId.get(span.parentSpanContext?.spanId ?? '');
    return parent === undefined ? span.name : `${pathOf(parent)} > ${span.name}`;
  }
}
