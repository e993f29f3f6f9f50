import type { Envelope } from '../bus/bus.ts';
import { runInTrace, type Trace } from './trace.ts';
import type { Tracing } from './tracing.ts';

/**
 * Handles a batch of events as a part of each trace that one of them comes from: a span an event. What the
 * batch publishes goes on in the trace of its key.
 */
export async function traceConsumption(
  tracing: Tracing | undefined,
  group: string,
  events: readonly Envelope[],
  work: () => Promise<void>,
): Promise<void> {
  if (tracing === undefined) return work();
  const spans = spansOf(tracing, group, events);
  const [first] = spans.values();
  if (first === undefined) return work();
  try {
    // Of a key without a trace there is none: it is another order's.
    await runInTrace((key) => (key === undefined ? first : spans.get(key)), work);
    for (const span of spans.values()) span.end();
  } catch (error) {
    for (const span of spans.values()) span.end(error);
    throw error;
  }
}

function spansOf(
  tracing: Tracing,
  group: string,
  events: readonly Envelope[],
): ReadonlyMap<string, Trace> {
  const spans = new Map<string, Trace>();
  for (const { trace, key, type, id } of events) {
    if (trace === undefined || spans.has(key)) continue;
    const attributes = { group, event: type, eventId: id, batch: events.length };
    const span = tracing.resume(trace)?.child(`consume ${group}`, attributes, 'consumer');
    if (span !== undefined) spans.set(key, span);
  }
  return spans;
}
