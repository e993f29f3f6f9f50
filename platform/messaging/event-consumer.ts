import type { Log } from '#platform/telemetry/log.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import { traceConsumption } from '#platform/telemetry/trace-consumption.ts';
import type { Tracing } from '#platform/telemetry/tracing.ts';
import { createBackoff, type BackoffOptions } from '../bus/backoff.ts';
import type { Bus, Consumption, Delivery, Envelope } from '../bus/bus.ts';
import { gatherBatches } from './across-partitions.ts';
import { toDeadLetterMessage } from './dead-letters.ts';
import { isStoreUnavailable } from './store-unavailable.ts';

/** What a subgraph does with events. */
export interface EventConsumer {
  /** Names the effect, for ever: the position and the inbox go by it. */
  group: string;
  topics: readonly string[];
  batchSize?: number;
  /**
   * Takes the events of all partitions (of a lane) that wait at one moment in one call, each partition's in order. For
   * handlers that cost much a call and little an event, and in which no event waits for somebody outside: a slow
   * one holds up all of them.
   */
  acrossPartitions?: boolean;
  /** With `acrossPartitions`: between the beginnings of two calls (ms) unless more waits already, for what may be late and costs much a call. */
  everyMs?: number;
  /**
   * With `acrossPartitions`: so many calls at once, each with partitions that no other has. For work that is at one store after
   * the other, each of which would wait for the other with one call at a time. 1 unless told.
   */
  lanes?: number;
  /**
   * Handles events of one partition, in order. It may see any of them again, so it records them
   * (`firstDeliveries`) or has the same effect twice. When it throws, none of its effects may remain, or
   * they must bear repetition.
   */
  handle: (events: readonly Envelope[]) => Promise<void>;
  /** Told that it is to stop, before the batch at hand is waited for: what `handle` waits for without a limit ends then. */
  stopping?: () => void;
}

export interface EventConsumerOptions {
  log: Log;
  /** Of one event, before it becomes a dead letter. */
  maxAttempts?: number;
  /** Between attempts of one event. */
  backoff?: BackoffOptions;
  metrics?: Metrics;
  tracing?: Tracing | undefined;
}

const defaults = { maxAttempts: 8, backoff: { firstMs: 50, maxMs: 2_000 } };
const STORE_BACKOFF = { firstMs: 100, maxMs: 3_000 };
const BATCH_SIZE = 200;

/**
 * Runs a consumer so that no event can stop it: what keeps failing goes to the topic
 * `<group>.dead-letters`, and the events after it go on. A store that is away is no reason for that: then
 * events wait, without a limit.
 */
export async function runEventConsumer(
  bus: Bus,
  consumer: EventConsumer,
  options: EventConsumerOptions,
): Promise<Consumption> {
  const { group, batchSize = BATCH_SIZE } = consumer;
  const { tracing } = options;
  const { log, maxAttempts, backoff: backoffOptions } = { ...defaults, ...options };
  const stopping = new AbortController();
  const count = createCounters(options.metrics);

  /** Gives up only when it stops. Undefined is success, anything else the handler's own failure. */
  async function attempt(events: readonly Envelope[]): Promise<Error | undefined> {
    const backoff = createBackoff(STORE_BACKOFF);
    for (let tries = 1; ; tries += 1) {
      try {
        await traceConsumption(tracing, group, events, () => consumer.handle(events));
        return undefined;
      } catch (error) {
        if (!isStoreUnavailable(error)) return asError(error);
        if (tries === 1) log.warn({ group, err: error }, 'events wait for a store that is away');
        await backoff.wait(stopping.signal);
        // The bus keeps the position, and somebody else gets the events.
        if (stopping.signal.aborted) throw error;
      }
    }
  }

  async function isolate(delivery: Delivery): Promise<void> {
    const { topic, envelope } = delivery;
    const backoff = createBackoff(backoffOptions);
    for (let attempts = 1; ; attempts += 1) {
      const error = await attempt([envelope]);
      if (!error) return count('handled', delivery, group);
      count('failed', delivery, group);
      if (attempts >= maxAttempts) {
        const failedAt = new Date().toISOString();
        const { message } = error;
        const letter = { group, topic, envelope, error: message, attempts, failedAt };
        await bus.publish([toDeadLetterMessage(letter)]);
        count('dead', delivery, group);
        const { id, type, key } = envelope;
        return log.error({ group, topic, id, type, key, attempts, err: error }, 'dead letter');
      }
      await backoff.wait(stopping.signal);
      if (stopping.signal.aborted) throw error;
    }
  }

  const attemptAll = (batch: readonly Delivery[]) => attempt(batch.map(({ envelope }) => envelope));
  // A call that is broken off by a stop fails for each of its batches, as it would alone.
  const lanes = Array.from({ length: consumer.lanes ?? 1 }, () =>
    gatherBatches<Delivery>(
      (batch) => attemptAll(batch).catch((error: unknown) => asError(error)),
      { everyMs: consumer.everyMs, batchSize },
    ),
  );
  // By the order in which they are met: a member may have every second partition.
  const laneOf = new Map<number, (typeof lanes)[number]>();

  /** A partition is always in the same lane. */
  function gather(batch: readonly [Delivery, ...Delivery[]]): Promise<unknown> {
    const [{ partition }] = batch;
    const lane = laneOf.get(partition) ?? lanes[laneOf.size % lanes.length];
    if (lane === undefined) throw new Error(`${group} has no lanes: expected 1 or more`);
    laneOf.set(partition, lane);
    return lane(batch);
  }

  async function handle(deliveries: readonly Delivery[]): Promise<void> {
    const batch = deliveries.filter(({ envelope }) => isFor(group, envelope));
    if (consumer.acrossPartitions === true && isFilled(batch)) {
      const failure = await gather(batch);
      if (failure === undefined) return countAll(batch);
      if (stopping.signal.aborted) throw asError(failure);
    }
    if (batch.length > 1) {
      const error = await attemptAll(batch);
      if (!error) return countAll(batch);
      const events = batch.length;
      log.warn({ group, events, err: error }, 'a batch failed: its events are tried one by one');
    }
    for (const delivery of batch) await isolate(delivery);
  }

  function countAll(batch: readonly Delivery[]): void {
    const byTopic = Map.groupBy(batch, ({ topic }) => topic);
    for (const [topic, { length }] of byTopic) count('handled', { topic }, group, length);
  }

  const consumption = await bus.consume({ group, topics: consumer.topics, batchSize, handle });
  return {
    lag: () => consumption.lag(),
    async stop() {
      stopping.abort();
      consumer.stopping?.();
      await consumption.stop();
    },
  };
}

type Outcome = 'handled' | 'failed' | 'dead';

function createCounters(metrics: Metrics | undefined) {
  if (!metrics) return () => undefined;
  const labelNames = ['group', 'topic', 'outcome'] as const;
  const help = 'Events by what became of them: handled, failed (an attempt), dead (a dead letter)';
  const events = counter(metrics, { name: 'events_total', help, labelNames });
  return (outcome: Outcome, { topic }: Pick<Delivery, 'topic'>, group: string, many = 1): void =>
    events.inc({ group, topic, outcome }, many);
}

const isFilled = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] =>
  items.length > 0;

/** An event that is published again for one group was handled by the others, perhaps too long ago to tell. */
function isFor(group: string, { onlyFor }: Envelope): boolean {
  return onlyFor === undefined || onlyFor === group;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
