import { setImmediate as turn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { silentLog } from '#platform/telemetry/log.ts';
import { writtenMessage, type BusMessage, type Envelope, type WrittenMessage } from '../bus/bus.ts';
import {
  createRecorder,
  events,
  numberOf,
  publishedByKey,
  range,
  until,
} from '../bus/testing/events.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { createOutboxRelay, type OutboxRelayOptions } from './outbox-relay.ts';
import { appendToOutbox, purgeOutbox } from './outbox.ts';
import type { MessagingTables } from './tables.ts';

type Options = Partial<OutboxRelayOptions<MessagingTables>>;

/** Tests beside this one may fill databases. */
const LONGEST_TRANSACTION_MS = 50_000;

let database: TestDatabase<MessagingTables>;
let db: Kysely<MessagingTables>;
let cleanUp: AsyncDisposableStack;

beforeEach(async () => {
  cleanUp = new AsyncDisposableStack();
  database = cleanUp.use(await testDatabase<MessagingTables>());
  db = database.db;
});
afterEach(() => cleanUp.disposeAsync());

/** A bus that keeps what it is given, until it forgets. */
function createMemoryBus() {
  const recorder = createRecorder();
  let epoch = 'first';
  return {
    ...recorder,
    epoch: () => Promise.resolve(epoch),
    async publish(messages: readonly (BusMessage | WrittenMessage)[]) {
      // Others run in between, as they do while a broker answers.
      await turn();
      recorder.seen.push(
        ...messages.map((message) => JSON.parse(writtenMessage(message).body) as Envelope),
      );
    },
    forget(next: string) {
      epoch = next;
      recorder.seen.length = 0;
    },
  };
}

function startRelay(bus: OutboxRelayOptions<MessagingTables>['bus'], options: Options = {}) {
  const relay = createOutboxRelay({ db, bus, log: silentLog, pollMs: 20, epochMs: 20, ...options });
  relay.start();
  cleanUp.defer(() => relay.stop());
  return relay;
}

const append = (messages: readonly BusMessage[]) =>
  db.transaction().execute((tx) => appendToOutbox(tx, messages));

test('publishes what was committed, in order, over many batches', async () => {
  const bus = createMemoryBus();
  const messages = events('things', 95, { keys: 4 });
  await append(messages);

  const relay = startRelay(bus, { batchSize: 10 });

  await until(async () => (await relay.pending()) === 0);
  expect(bus.seen).toEqual(messages.map(({ envelope }) => envelope));
});

test('publishes nothing of a transaction that was rolled back', async () => {
  const bus = createMemoryBus();
  const fails = db.transaction().execute(async (tx) => {
    await appendToOutbox(tx, events('things', 3));
    throw new Error('changed my mind');
  });
  await expect(fails).rejects.toThrow('changed my mind');
  const relay = startRelay(bus);
  await append(events('things', 1, { first: 10 }));

  await until(async () => bus.seen.length > 0 && (await relay.pending()) === 0);
  expect(bus.seen.map(numberOf)).toEqual([10]);
});

test('is woken by a commit long before it would look', async () => {
  const bus = createMemoryBus();
  const relay = startRelay(bus, { pollMs: 3_600_000 });
  for (const first of range(5)) {
    await append(events('things', 1, { first }));
    relay.wake();
    await until(() => bus.numbers().has(first));
  }
  expect(bus.seen.map(numberOf)).toEqual(range(5));
});

test('finds by itself what another process has committed', async () => {
  const bus = createMemoryBus();
  const relay = startRelay(bus);
  await append(events('things', 1));

  await until(() => bus.seen.length === 1);
  await until(async () => (await relay.pending()) === 0);
  expect(bus.seen).toHaveLength(1);
});

test('keeps the order per key when several relays publish and many write', async () => {
  const bus = createMemoryBus();
  const relays = range(3).map(() => startRelay(bus, { batchSize: 7 }));
  const messages = events('things', 300, { keys: 6 });

  // One writer a key, each event in a transaction of its own.
  await Promise.all(
    Object.values(Object.groupBy(messages, ({ envelope }) => envelope.key)).map(
      async (own = []) => {
        for (const [i, message] of own.entries()) {
          await append([message]);
          relays[i % relays.length]?.wake();
        }
      },
    ),
  );

  await until(() => bus.numbers().size === 300);
  expect(bus.seen).toHaveLength(300);
  expect(bus.byKey()).toEqual(publishedByKey(messages));
});

test('repeats, and loses nothing, when it dies between publishing and marking', async () => {
  const bus = createMemoryBus();
  let deaths = 0;
  const mortal = {
    epoch: bus.epoch,
    async publish(messages: readonly (BusMessage | WrittenMessage)[]) {
      await bus.publish(messages);
      if (deaths === 2) return;
      deaths += 1;
      // Ends the connection of the relay's transaction, which is the one that waits idle in it.
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction'`.execute(db);
    },
  };
  const messages = events('things', 20, { keys: 2 });
  await append(messages);

  const relay = startRelay(mortal);

  await until(async () => (await relay.pending()) === 0);
  expect(bus.seen).toHaveLength(60);
  expect(bus.byKey()).toEqual(publishedByKey(messages));
});

test('waits for a bus that is away', async () => {
  const bus = createMemoryBus();
  let refusals = 0;
  const shy = {
    epoch: bus.epoch,
    publish: (messages: readonly (BusMessage | WrittenMessage)[]) => {
      refusals += 1;
      return refusals < 4 ? Promise.reject(new Error('away')) : bus.publish(messages);
    },
  };
  await append(events('things', 5));

  const relay = startRelay(shy);

  await until(async () => (await relay.pending()) === 0);
  expect(bus.seen.map(numberOf)).toEqual(range(5));
});

test('publishes its recent events again when the bus has lost its memory, even when idle', async () => {
  const bus = createMemoryBus();
  const [ancient, ...recent] = events('things', 6);
  const relay = startRelay(bus, { replayMs: 60_000 });
  await append(ancient ? [ancient] : []);
  await until(async () => (await relay.pending()) === 0);
  await sql`update outbox_batch set published_at = now() - interval '2 minutes'`.execute(db);
  await append(recent);
  await until(async () => (await relay.pending()) === 0);

  bus.forget('second');

  await until(() => bus.seen.length >= 5);
  await until(async () => (await relay.pending()) === 0);
  expect(bus.seen.map(numberOf)).toEqual([1, 2, 3, 4, 5]);
});

test('repeats nothing when a relay starts again on the same bus', async () => {
  const bus = createMemoryBus();
  const first = startRelay(bus);
  await append(events('things', 3));
  await until(async () => (await first.pending()) === 0);
  await first.stop();

  const second = startRelay(bus);
  await append(events('things', 1, { first: 3 }));

  await until(async () => (await second.pending()) === 0);
  expect(bus.seen.map(numberOf)).toEqual(range(4));
});

test('purges what was published long enough ago, and nothing that waits', async () => {
  const bus = createMemoryBus();
  await append(events('things', 2));
  const relay = startRelay(bus);
  await until(async () => (await relay.pending()) === 0);
  await relay.stop();
  await append(events('things', 3));

  expect(await purgeOutbox(db, new Date(0))).toBe(0);
  expect(await purgeOutbox(db, new Date(Date.now() + 60_000))).toBe(2);
  expect(await relay.pending()).toBe(3);
});

/** A transaction that has ids for its events and has not ended. */
async function beginAppending(messages: readonly BusMessage[]) {
  const hasIds = Promise.withResolvers<void>();
  const end = Promise.withResolvers<'commit' | 'roll back'>();
  const ended = db
    .transaction()
    .execute(async (tx) => {
      await appendToOutbox(tx, messages);
      // It travels with the next statement.
      await sql`select 1`.execute(tx);
      hasIds.resolve();
      if ((await end.promise) === 'roll back') throw new Error('changed my mind');
    })
    .catch(() => undefined);
  await hasIds.promise;
  return {
    async end(how: 'commit' | 'roll back') {
      end.resolve(how);
      await ended;
    },
  };
}

const waiting = async () => {
  const { waiting: spans } = await db
    .selectFrom('outbox_position')
    .select('waiting')
    .executeTakeFirstOrThrow();
  return spans;
};

test('publishes what is committed behind events with later ids, however much later', async () => {
  const bus = createMemoryBus();
  const relay = startRelay(bus, { batchSize: 2 });
  const slow = await beginAppending(events('things', 2));
  await append(events('things', 3, { first: 2 }));
  await until(() => bus.seen.length === 3);
  // Passes that see the gap, and a writer that has not ended.
  for (const first of [5, 6, 7]) {
    await append(events('things', 1, { first }));
    await until(() => bus.numbers().has(first));
  }

  await slow.end('commit');

  await until(async () => (await relay.pending()) === 0);
  expect(bus.seen.map(numberOf)).toEqual([2, 3, 4, 5, 6, 7, 0, 1]);
  await until(async () => /^\{\[\d+,\)\}$/.test(await waiting()));
});

test('forgets the gaps of transactions that were rolled back, and no others', async () => {
  const bus = createMemoryBus();
  startRelay(bus, { batchSize: 2 });
  const slow = await beginAppending(events('things', 1));
  const undone = await beginAppending(events('things', 2, { first: 1 }));
  await append(events('things', 1, { first: 3 }));
  await until(() => bus.seen.length === 1);
  await undone.end('roll back');
  for (const first of range(4)) {
    await append(events('things', 1, { first: 10 + first }));
    await until(() => bus.numbers().has(10 + first));
  }
  // The slow one has begun before the gaps were seen: until it ends, none of them is closed.
  expect(await waiting()).toMatch(/^\{\[1,4\),/);

  await slow.end('commit');
  await until(() => bus.numbers().has(0));
  // Transactions of the whole server keep gaps open, also those of other tests; each event is another look.
  let next = 20;
  await until(async () => {
    const number = next++;
    await append(events('things', 1, { first: number }));
    await until(() => bus.numbers().has(number));
    return /^\{\[\d+,\)\}$/.test(await waiting());
  }, LONGEST_TRANSACTION_MS);
  expect(bus.seen.map(numberOf)).toEqual([
    3,
    10,
    11,
    12,
    13,
    0,
    ...range(next - 20).map((n) => 20 + n),
  ]);
});
