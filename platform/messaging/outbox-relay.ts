import { sql, type Kysely, type Transaction } from 'kysely';
import type { Log } from '#platform/telemetry/log.ts';
import { createBackoff } from '../bus/backoff.ts';
import type { Bus } from '../bus/bus.ts';
import { createNap } from '../bus/nap.ts';
import { executeLater } from '../database/later.ts';
import { createPace } from '../resilience/pace.ts';
import {
  closeGaps,
  countWaiting,
  hasWaiting,
  listWaiting,
  markPublished,
  publishAgain,
  type Gaps,
} from './outbox-position.ts';
import { messagingDb, type MessagingTables } from './tables.ts';

export interface OutboxRelayOptions<Tables extends MessagingTables> {
  db: Kysely<Tables>;
  bus: Pick<Bus, 'epoch' | 'publish'>;
  log: Log;
  /** Most events in one transaction. */
  batchSize?: number;
  /** How often it looks when nobody wakes it: another process may have written. */
  pollMs?: number;
  /** How far back it publishes again when the broker has lost its memory. */
  replayMs?: number;
  /** How often it asks the broker for its epoch when there is nothing to publish. */
  epochMs?: number;
}

export interface OutboxRelay {
  /** Something was committed. Calls while a pass runs lead to one more pass. */
  wake(): void;
  start(): void;
  /** Resolves when the batch at hand is published and marked. */
  stop(): Promise<void>;
  /** Events that are not published yet. */
  pending(): Promise<number>;
}

/** Any constant will do, as long as all processes on one database use the same. */
const RELAY_LOCK = 4_711_003;
const BACKOFF = { firstMs: 50, maxMs: 1_000 };
/**
 * Between the beginnings of two passes. A pass, and all that it sets in motion in every group that hears of it, costs nearly
 * the same for one event as for fifty; what comes alone is published at once.
 */
const PACE_MS = 20;
const MOST_REST_MS = 50;

/**
 * Publishes the outbox in the order of its ids, at least once. However many relays run on one database,
 * one publishes at a time, so the order per key holds over all of them.
 */
export function createOutboxRelay<Tables extends MessagingTables>(
  options: OutboxRelayOptions<Tables>,
): OutboxRelay {
  const { bus, log, batchSize = 500, pollMs = 200, replayMs = 600_000, epochMs = 500 } = options;
  const db = messagingDb(options.db);
  const stopping = new AbortController();
  const backoff = createBackoff(BACKOFF);
  const nap = createNap();
  const pace = createPace({ everyMs: PACE_MS, mostRestMs: MOST_REST_MS });
  let isWoken = true;
  let epochAskedAt = -Infinity;
  let knownEpoch: string | undefined;
  let running: Promise<void> | undefined;
  let gaps: Gaps | undefined;

  async function pass(): Promise<void> {
    if (performance.now() - epochAskedAt >= epochMs && (await askEpoch()) !== knownEpoch) {
      isWoken = true;
    }
    // A poll that finds nothing takes no lock. A wake-up knows that there is something.
    if (!isWoken && !(await hasWaiting(db))) return;
    await pace.begin();
    isWoken = false;
    let published = batchSize;
    while (published === batchSize && !stopping.signal.aborted) published = await publishNext();
    pace.ended();
  }

  async function publishNext(): Promise<number> {
    // Before every batch, so that later events do not go to a broker that has just lost earlier ones.
    const epoch = await askEpoch();
    const isSameEpoch = epoch === knownEpoch;
    const { published, seen, areClosed } = await db.transaction().execute(async (tx) => {
      // A statement of its own: those that follow see what the relay before has marked.
      await executeLater(tx, sql`select pg_advisory_xact_lock(${RELAY_LOCK})`);
      if (!isSameEpoch) await followEpoch(tx, epoch);
      const messages = await listWaiting(tx, batchSize);
      if (messages.length > 0) await bus.publish(messages);
      // A crash before the commit publishes them again: inboxes know them by their ids.
      const ids = messages.map(({ id }) => id);
      return {
        published: ids.length,
        seen: ids.length > 0 ? await markPublished(tx, ids) : undefined,
        areClosed: gaps !== undefined && (await closeGaps(tx, gaps)),
      };
    });
    // Looked at until they are closed: those seen last may always have a writer that still runs.
    if (areClosed) gaps = undefined;
    // A transaction that followed the epoch has its id from before it saw the events.
    else if (isSameEpoch) gaps ??= seen?.();
    knownEpoch = epoch;
    return published;
  }

  async function askEpoch(): Promise<string> {
    const epoch = await bus.epoch();
    epochAskedAt = performance.now();
    return epoch;
  }

  /** Queues again what a broker that has lost its memory was given lately. */
  async function followEpoch(tx: Transaction<MessagingTables>, epoch: string): Promise<void> {
    const last = await tx.selectFrom('outbox_epoch').select('epoch').executeTakeFirst();
    // Another relay was faster, or this one has just started.
    if (last?.epoch === epoch) return;
    await sql`
      insert into outbox_epoch (epoch) values (${epoch})
      on conflict (is_only) do update set epoch = excluded.epoch
    `.execute(tx);
    if (!last) return;
    const events = await publishAgain(tx, replayMs);
    log.info({ events }, 'the bus was restarted or flushed: recent events are published again');
  }

  async function run(): Promise<void> {
    let isFailing = false;
    while (!stopping.signal.aborted) {
      try {
        await pass();
        backoff.reset();
        if (isFailing) log.info('the outbox is published again');
        isFailing = false;
      } catch (error) {
        if (!isFailing) log.warn({ err: error }, 'the outbox cannot be published and waits');
        isFailing = true;
        isWoken = true;
        await backoff.wait(stopping.signal);
        continue;
      }
      if (isWoken || stopping.signal.aborted) continue;
      await nap.rest(pollMs);
    }
  }

  return {
    wake() {
      isWoken = true;
      nap.end();
    },
    start() {
      running ??= run();
    },
    async stop() {
      stopping.abort();
      nap.end();
      await running;
    },
    pending: () => countWaiting(db),
  };
}
