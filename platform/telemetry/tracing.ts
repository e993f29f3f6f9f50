import type { Context, Span, SpanKind } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from './log.ts';
import { reportExports } from './report-exports.ts';
import {
  formatTraceparent,
  parseTraceparent,
  type ParsedTraceparent,
  type Trace,
  type TraceAttributes,
  type TraceKind,
} from './trace.ts';

/** Where traces begin and go on. A process that traces nothing has none. */
export interface Tracing {
  /**
   * Work for somebody outside, whose `traceparent` is a wish: without one a part of all work is sampled, and of
   * wishes no more than `MAX_WISHES_A_SECOND`. What is not sampled has no trace, or one that only goes on.
   */
  begin: (name: string, options?: BeginOptions) => Trace | undefined;
  /** Goes on with a trace of ours: its sampling is decided. */
  resume: (traceparent: unknown) => Trace | undefined;
  /** Sends what is left. */
  close: () => Promise<void>;
}

export interface BeginOptions {
  traceparent?: unknown;
  attributes?: TraceAttributes;
  kind?: TraceKind;
}

export interface TracingOptions {
  /** Where spans go, as OTLP over HTTP: http://host:4318/v1/traces. Undefined traces nothing. */
  exporterUrl: string | undefined;
  /** The part of requests that is traced: 0 to 1. */
  sampleRatio: number;
  /** Names this process in the traces. */
  service: string;
  log: Log;
  /** In place of the exporter to that URL. */
  exporter?: SpanExporter;
  random?: () => number;
  now?: () => number;
}

/** Clients that ask for a trace of each of their requests get this many in a second. */
export const MAX_WISHES_A_SECOND = 10;
/** Spans that wait to be sent; more are dropped. */
const MAX_WAITING_SPANS = 4_096;
const SPANS_A_REQUEST = 512;
const SEND_EVERY_MS = 2_000;
const SEND_TIMEOUT_MS = 5_000;

/** Undefined where no exporter is named: then the library is not even loaded. */
export async function createTracing(options: TracingOptions): Promise<Tracing | undefined> {
  const { exporterUrl, sampleRatio, service, log } = options;
  const { random = Math.random, now = Date.now } = options;
  if (exporterUrl === undefined && options.exporter === undefined) return undefined;

  const {
    ROOT_CONTEXT,
    SpanKind: Kind,
    SpanStatusCode,
    trace,
  } = await import('@opentelemetry/api');
  const { BasicTracerProvider, BatchSpanProcessor } = await import('@opentelemetry/sdk-trace-base');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const processor = new BatchSpanProcessor(
    reportExports(options.exporter ?? (await otlpExporter(exporterUrl)), log),
    {
      maxQueueSize: MAX_WAITING_SPANS,
      maxExportBatchSize: SPANS_A_REQUEST,
      scheduledDelayMillis: SEND_EVERY_MS,
      exportTimeoutMillis: SEND_TIMEOUT_MS,
    },
  );
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('plaza');
  const kinds: Readonly<Record<TraceKind, SpanKind>> = {
    internal: Kind.INTERNAL,
    server: Kind.SERVER,
    client: Kind.CLIENT,
    consumer: Kind.CONSUMER,
  };
  const takeWish = createAllowance(MAX_WISHES_A_SECOND, now);

  return {
    begin(name, { traceparent, attributes, kind } = {}) {
      const caller = parseTraceparent(traceparent);
      const isChosen = (caller?.isSampled === true && takeWish()) || random() < sampleRatio;
      if (caller === undefined) {
        return isChosen ? start(ROOT_CONTEXT, name, attributes, kind) : undefined;
      }
      // Who was told not to sample is not overruled.
      if (!isChosen || !caller.isSampled) return passedOn({ ...caller, isSampled: false });
      return start(contextOf(caller), name, attributes, kind);
    },

    resume(traceparent) {
      const caller = parseTraceparent(traceparent);
      if (caller === undefined) return undefined;
      if (!caller.isSampled) return passedOn(caller);
      const context = contextOf(caller);
      return {
        traceparent: formatTraceparent(caller),
        child: (name, attributes, kind) => start(context, name, attributes, kind),
        note: () => undefined,
        end: () => undefined,
      };
    },

    close: () => provider.shutdown(),
  };

  function contextOf({ traceId, spanId }: ParsedTraceparent): Context {
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 1, isRemote: true });
  }

  function start(
    parent: Context,
    name: string,
    attributes: TraceAttributes = {},
    kind: TraceKind = 'internal',
  ): Trace {
    const span = tracer.startSpan(name, { attributes, kind: kinds[kind] }, parent);
    const context = trace.setSpan(ROOT_CONTEXT, span);
    return {
      traceparent: traceparentOf(span),
      child: (childName, given, childKind) => start(context, childName, given, childKind),
      note: (given) => void span.setAttributes(given),
      end(error) {
        // Not the message: it may hold what a client sent.
        if (error !== undefined)
          span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) });
        span.end();
      },
    };
  }
}

function traceparentOf(span: Span): string {
  const { traceId, spanId } = span.spanContext();
  return formatTraceparent({ traceId, spanId, isSampled: true });
}

/** A trace that is recorded by others, or by nobody: it goes on, and is not written down here. */
function passedOn(caller: ParsedTraceparent): Trace {
  const passed: Trace = {
    traceparent: formatTraceparent(caller),
    child: () => passed,
    note: () => undefined,
    end: () => undefined,
  };
  return passed;
}

async function otlpExporter(url: string | undefined): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new OTLPTraceExporter({
    ...(url !== undefined && { url }),
    timeoutMillis: SEND_TIMEOUT_MS,
  });
}

/** True for the first so many of each second. */
function createAllowance(aSecond: number, now: () => number): () => boolean {
  let second = 0;
  let taken = 0;
  return () => {
    const current = Math.floor(now() / 1000);
    if (current !== second) [second, taken] = [current, 0];
    taken += 1;
    return taken <= aSecond;
  };
}

function nameOf(error: unknown): string {
  const code = (error as { extensions?: { code?: unknown } } | null)?.extensions?.code;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : 'Error';
}
