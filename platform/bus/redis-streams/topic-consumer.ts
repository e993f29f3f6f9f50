import type { Redis } from 'ioredis';
import { createBackoff, sleep } from '../backoff.ts';
import type { BackoffOptions } from '../backoff.ts';
import type { Delivery } from '../bus.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { CHANGED_MEMBERS, wakeChannel } from './keys.ts';
import { createPartitionReader } from './partition-reader.ts';
import type { PartitionReader } from './partition-reader.ts';
import type { ReadTopic } from './read-topic.ts';
import { releasePartitions, sharePartitions } from './scripts.ts';
import type { Member } from './scripts.ts';
import { createTroubleLog } from './trouble-log.ts';

export interface TopicConsumerOptions {
  redis: Redis;
  readTopic: ReadTopic;
  member: Member;
  partitions: number;
  batchSize: number;
  handle: (batch: readonly Delivery[]) => Promise<void>;
  backoff: BackoffOptions;
  /** A member that has not called for so long is dead, and its partitions go to others. */
  leaseMs: number;
  idleMs: number;
  log: Log;
}

export interface TopicConsumer {
  /** Takes a message of the topic's wake-up channel. */
  onWakeUp(message: string): void;
  /** Wake-ups may have been missed. */
  wakeAll(): void;
  stop(): Promise<void>;
}

const RENEWALS_PER_LEASE = 3;

/** One member's part of a topic: holds its share of the partitions, and a reader for each. */
export function createTopicConsumer(options: TopicConsumerOptions): TopicConsumer {
  const { redis, member, log } = options;
  const readers = new Map<number, PartitionReader>();
  const givingUp = new Set<number>();
  const stopping = new AbortController();
  const backoff = createBackoff({ firstMs: 50, maxMs: options.leaseMs / RENEWALS_PER_LEASE });
  const trouble = createTroubleLog(log, member, 'partitions cannot be shared');
  let nap = new AbortController();
  let mustShare = true;
  let isStopping = false;

  function shareNow(): void {
    mustShare = true;
    nap.abort();
  }

  async function announce(): Promise<void> {
    await redis.publish(wakeChannel(member.topic), CHANGED_MEMBERS);
  }

  async function runReader(partition: number): Promise<void> {
    const reader = createPartitionReader({ ...options, partition });
    readers.set(partition, reader);
    await reader.done;
    readers.delete(partition);
    // Whether it is this member's turn again is for the next look at the shares to tell.
    shareNow();
  }

  async function giveUp(partition: number): Promise<void> {
    if (givingUp.has(partition)) return;
    givingUp.add(partition);
    try {
      await readers.get(partition)?.stop();
      await releasePartitions(redis, member, { partitions: [partition], leave: false });
      await announce();
    } catch (error) {
      trouble.met(error);
    } finally {
      givingUp.delete(partition);
    }
  }

  async function share(): Promise<void> {
    const { partitions, leaseMs: ttlMs } = options;
    const { quota, owned, fresh, joined } = await sharePartitions(redis, member, {
      partitions,
      ttlMs,
    });
    const kept = owned.slice(0, quota);
    const excess = owned.slice(quota);

    const lost = [...readers.keys()].filter((partition) => !owned.includes(partition));
    for (const partition of lost) void readers.get(partition)?.stop();
    // Held again after it was lost: what was read before may be somebody else's by now.
    for (const partition of fresh) readers.get(partition)?.wake();
    if (isStopping) return;
    for (const partition of kept) if (!readers.has(partition)) void runReader(partition);
    // Not awaited: a batch at hand may take long, and the leases have to be renewed meanwhile.
    for (const partition of excess) void giveUp(partition);
    if (joined) await announce();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      mustShare = false;
      try {
        await share();
        backoff.reset();
        trouble.over();
      } catch (error) {
        trouble.met(error);
        await backoff.wait(stopping.signal);
        continue;
      }
      if (mustShare) continue;
      nap = new AbortController();
      const wakers = AbortSignal.any([nap.signal, stopping.signal]);
      await sleep(options.leaseMs / RENEWALS_PER_LEASE, wakers);
    }
  }

  const running = run();
  return {
    onWakeUp(message) {
      if (message === CHANGED_MEMBERS) shareNow();
      else for (const partition of message.split(',')) readers.get(Number(partition))?.wake();
    },
    wakeAll() {
      shareNow();
      for (const reader of readers.values()) reader.wake();
    },
    async stop() {
      isStopping = true;
      // The leases are renewed until the last batch is done.
      await Promise.all([...readers.values()].map((reader) => reader.stop()));
      stopping.abort();
      await running;
      try {
        const all = Array.from({ length: options.partitions }, (_, partition) => partition);
        await releasePartitions(redis, member, { partitions: all, leave: true });
        await announce();
      } catch (error) {
        // Then they expire.
        trouble.met(error);
      }
    },
  };
}
