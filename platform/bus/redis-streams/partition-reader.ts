import { createBackoff } from '../backoff.ts';
import type { BackoffOptions } from '../backoff.ts';
import type { Delivery } from '../bus.ts';
import { createNap } from '../nap.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { ReadTopic } from './read-topic.ts';
import type { Done, Member, ReadAnswer, StreamEntry } from './scripts.ts';
import { createTroubleLog } from './trouble-log.ts';

export interface PartitionReader {
  /** There may be new events. */
  wake(): void;
  /** Resolves when the batch at hand is done and the position is stored. */
  stop(): Promise<void>;
  /** Resolves when it has stopped, by request or because the lease is gone. */
  readonly done: Promise<void>;
}

export interface PartitionReaderOptions {
  readTopic: ReadTopic;
  member: Member;
  partition: number;
  batchSize: number;
  handle: (batch: readonly Delivery[]) => Promise<void>;
  backoff: BackoffOptions;
  /** How long it sleeps when nobody wakes it: a wake-up may be lost with a connection. */
  idleMs: number;
  log: Log;
}

/** Reads one partition in order while this member holds its lease. At most one batch is in memory. */
export function createPartitionReader(options: PartitionReaderOptions): PartitionReader {
  const { readTopic, member, partition, batchSize, log } = options;
  const where = { topic: member.topic, group: member.group, partition };
  const stopping = new AbortController();
  const backoff = createBackoff(options.backoff);
  const trouble = createTroubleLog(log, where, 'events cannot be read');
  const nap = createNap();
  let isAwake = true;

  function wake(): void {
    isAwake = true;
    nap.end();
  }

  async function rest(): Promise<void> {
    if (!isAwake && !stopping.signal.aborted) await nap.rest(options.idleMs);
    isAwake = false;
  }

  /** True when it was handled; false when it stops before that. */
  async function insist(batch: readonly Delivery[]): Promise<boolean> {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        await options.handle(batch);
        backoff.reset();
        return true;
      } catch (error) {
        if (stopping.signal.aborted) return false;
        const events = batch.length;
        log.warn(
          { ...where, err: error, attempt, events },
          'events failed and are handed over again',
        );
        await backoff.wait(stopping.signal);
      }
    }
    return false;
  }

  /** Undefined when Redis did not answer. Then what is done is told again, and moves the position once. */
  async function read(
    count: number,
    done: Done | undefined,
  ): Promise<ReadAnswer | 'lost' | undefined> {
    isAwake = false;
    try {
      const answer = await readTopic({ member, partition, count, done });
      trouble.over();
      return answer ?? 'lost';
    } catch (error) {
      trouble.met(error);
      return undefined;
    }
  }

  async function run(): Promise<void> {
    let handled: Done | undefined;
    while (!stopping.signal.aborted) {
      const answer = await read(batchSize, handled);
      if (answer === 'lost') return;
      if (answer === undefined) {
        await backoff.wait(stopping.signal);
        continue;
      }
      backoff.reset();
      handled = undefined;
      const { position: from, entries } = answer;
      const last = entries.at(-1);
      if (last === undefined) {
        await rest();
        continue;
      }
      const batch = toDeliveries(entries, where, log);
      if (batch.length === 0 || (await insist(batch))) {
        handled = { from, to: last.id, entries: entries.length };
      }
    }
    if (handled !== undefined) await read(0, handled);
  }

  const done = run();
  return {
    wake,
    async stop() {
      stopping.abort();
      nap.end();
      await done;
    },
    done,
  };
}

function toDeliveries(
  entries: readonly StreamEntry[],
  where: { topic: string; group: string; partition: number },
  log: Log,
): Delivery[] {
  const { topic, partition } = where;
  return entries.flatMap((entry) => {
    const position = entry.id;
    try {
      return [{ topic, partition, position, envelope: entry.envelope }];
    } catch (error) {
      log.error({ ...where, position, err: error }, 'an event cannot be read and is skipped');
      return [];
    }
  });
}
