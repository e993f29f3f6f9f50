import type { Admin, Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Log } from '#platform/telemetry/log.ts';
import { createBackoff } from '../backoff.ts';
import type { BackoffOptions } from '../backoff.ts';
import type { ConsumeOptions, Consumption, Delivery, Envelope } from '../bus.ts';
import { createCommits, type Commit } from './commit-together.ts';
import { readLag } from './read-lag.ts';

export interface KafkaConsumerOptions {
  kafka: Kafka;
  admin: () => Promise<Admin>;
  consume: ConsumeOptions;
  partitions: number;
  sessionTimeoutMs: number;
  backoff: BackoffOptions;
  log: Log;
}

/** What a fetch brings at most, over all partitions: the bound of what a consumer holds in memory. */
const FETCH_BYTES = 4 * 1024 * 1024;
const PARTITION_BYTES = 512 * 1024;
/** The broker answers a fetch at once when there is something; this is for when there is nothing. */
const FETCH_WAIT_MS = 500;
const HEARTBEATS_PER_SESSION = 4;
const RECONNECT_FIRST_MS = 200;

export async function runKafkaConsumer(options: KafkaConsumerOptions): Promise<Consumption> {
  const { group, topics, batchSize } = options.consume;
  const stopping = new AbortController();
  const heartbeatInterval = options.sessionTimeoutMs / HEARTBEATS_PER_SESSION;
  let consumer = createConsumer();
  const ended = new WeakSet<Consumer>();
  let isBeginningAgain = false;
  let beginningAgain = Promise.resolve();

  function createConsumer(): Consumer {
    const created = options.kafka.consumer({
      groupId: group,
      sessionTimeout: options.sessionTimeoutMs,
      rebalanceTimeout: options.sessionTimeoutMs * 2,
      heartbeatInterval,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      maxBytes: FETCH_BYTES,
      maxBytesPerPartition: PARTITION_BYTES,
      allowAutoTopicCreation: false,
      retry: {
        initialRetryTime: RECONNECT_FIRST_MS,
        restartOnFailure: () => Promise.resolve(!stopping.signal.aborted),
      },
    });
    created.on(created.events.CRASH, ({ payload: { error, restart } }) => {
      // kafkajs begins again after errors that it calls retriable alone, and ends in silence after others.
      if (restart || stopping.signal.aborted) return;
      options.log.error({ group, err: error }, 'the consumer ended and is begun again');
      ended.add(created);
      if (isBeginningAgain) return;
      isBeginningAgain = true;
      beginningAgain = beginAgain();
    });
    return created;
  }

  /** Whatever ended it: a consumer that gives up would need somebody who looks. */
  async function beginAgain(): Promise<void> {
    const backoff = createBackoff(options.backoff);
    while (!stopping.signal.aborted) {
      await backoff.wait(stopping.signal);
      if (stopping.signal.aborted) return;
      consumer = createConsumer();
      try {
        await begin(consumer);
        // It may have ended meanwhile.
        if (ended.has(consumer)) continue;
        isBeginningAgain = false;
        return;
      } catch (error) {
        options.log.error({ group, err: error }, 'the consumer cannot be begun again yet');
        await consumer.disconnect().catch(() => undefined);
      }
    }
  }

  async function eachBatch(payload: EachBatchPayload, commit: Commit): Promise<void> {
    const { batch } = payload;
    const { topic, partition } = batch;
    for (let start = 0; start < batch.messages.length; start += batchSize) {
      if (!payload.isRunning() || payload.isStale() || stopping.signal.aborted) return;
      const messages = batch.messages.slice(start, start + batchSize);
      const last = messages.at(-1);
      if (!last) return;
      const deliveries = toDeliveries(topic, partition, messages, options.log);
      const insist = () => handOver(options, deliveries, stopping.signal);
      if (!(await withHeartbeats(payload, heartbeatInterval, insist))) return;
      payload.resolveOffset(last.offset);
      // The consumer itself stores no position once it is asked to stop.
      await commit(payload, { topic, partition, offset: String(BigInt(last.offset) + 1n) });
      await payload.heartbeat();
    }
  }

  async function begin(begun: Consumer): Promise<void> {
    const commit = createCommits();
    await begun.connect();
    await begun.subscribe({ topics: [...topics], fromBeginning: true });
    await begun.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: options.partitions,
      eachBatch: (payload) => eachBatch(payload, commit),
    });
  }

  await begin(consumer);
  return {
    lag: async () => readLag(await options.admin(), group, topics),
    async stop() {
      stopping.abort();
      await beginningAgain;
      await consumer.disconnect();
    },
  };
}

/** Hands events over until they are handled; false when it stops before that. */
async function handOver(
  { consume, backoff: backoffOptions, log }: KafkaConsumerOptions,
  deliveries: readonly Delivery[],
  signal: AbortSignal,
): Promise<boolean> {
  if (deliveries.length === 0) return true;
  const backoff = createBackoff(backoffOptions);
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      await consume.handle(deliveries);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      const { topic, partition } = deliveries[0] ?? {};
      const fields = { group: consume.group, topic, partition, attempt, events: deliveries.length };
      log.warn({ ...fields, err: error }, 'events failed and are handed over again');
      await backoff.wait(signal);
    }
  }
  return false;
}

/** Keeps the membership while a batch takes its time. */
async function withHeartbeats<Result>(
  payload: EachBatchPayload,
  everyMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  // A rebalance shows as an error here; the heartbeat after the batch throws it where kafkajs expects it.
  const timer = setInterval(() => void payload.heartbeat().catch(() => undefined), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function toDeliveries(
  topic: string,
  partition: number,
  messages: readonly KafkaMessage[],
  log: Log,
): Delivery[] {
  return messages.flatMap(({ offset, value }) => {
    try {
      const envelope = JSON.parse(value?.toString('utf8') ?? '') as Envelope;
      return [{ topic, partition, position: offset, envelope }];
    } catch (error) {
      log.error({ topic, partition, offset, err: error }, 'an event cannot be read and is skipped');
      return [];
    }
  });
}
