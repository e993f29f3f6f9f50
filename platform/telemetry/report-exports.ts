import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from './log.ts';

/** Says once that spans cannot be sent, and once that they can again. */
export function reportExports(exporter: SpanExporter, log: Log): SpanExporter {
  let isFailing = false;
  return {
    export(spans, told) {
      exporter.export(spans, (result) => {
        const { error } = result;
        const hasFailed = error !== undefined;
        if (hasFailed && !isFailing) {
          log.warn({ err: error, spans: spans.length }, 'traces cannot be sent: they are dropped');
        }
        if (!hasFailed && isFailing) log.info('traces are sent again');
        isFailing = hasFailed;
        told(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush !== undefined && {
      forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    }),
  };
}
