import { AsyncLocalStorage } from 'node:async_hooks';

/** What a span is told of its work: no text of clients, no secrets. */
export type TraceAttributes = Readonly<Record<string, string | number | boolean>>;

/** On which side of a call a span stands, as OpenTelemetry names it. */
export type TraceKind = 'internal' | 'server' | 'client' | 'consumer';

/** A piece of work that is traced. Where nobody traces there is none of these: see `tracing.ts`. */
export interface Trace {
  /** The W3C header under which the work goes on elsewhere (https://www.w3.org/TR/trace-context/). */
  readonly traceparent: string;
  /** A part of the work, which begins now. */
  child: (name: string, attributes?: TraceAttributes, kind?: TraceKind) => Trace;
  note: (attributes: TraceAttributes) => void;
  /** The work is over; with an error, it failed. */
  end: (error?: unknown) => void;
}

export interface ParsedTraceparent {
  traceId: string;
  spanId: string;
  isSampled: boolean;
}

export const TRACEPARENT_HEADER = 'traceparent';

const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-.*)?$/;
const ALL_ZERO = /^0+$/;
const SAMPLED = 1;
/** Longer ones than any version of the format has are not looked at. */
const MAX_LENGTH = 200;

/** Undefined when it is not what the specification calls valid: then the trace begins anew. */
export function parseTraceparent(text: unknown): ParsedTraceparent | undefined {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined;
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(text) ?? [];
  if (traceId === '' || ALL_ZERO.test(traceId) || ALL_ZERO.test(spanId)) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

export function formatTraceparent({ traceId, spanId, isSampled }: ParsedTraceparent): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/** The trace of a key's work: a batch of events belongs to several. */
export type TraceOf = (key?: string) => Trace | undefined;

/**
 * Made with the first traced work of a process: where nothing is traced no promise carries a context, and
 * asking for one is a look at this variable.
 */
let active: AsyncLocalStorage<TraceOf> | undefined;

/** Work whose events and calls to other subgraphs are parts of this trace. */
export function runInTrace<Result>(traceOf: TraceOf, work: () => Result): Result {
  active ??= new AsyncLocalStorage();
  return active.run(traceOf, work);
}

/** The trace of what runs now, for work on this key where it has one of its own. */
export const activeTrace = (key?: string): Trace | undefined => active?.getStore()?.(key);
