import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { silentLog } from '#platform/telemetry/log.ts';
import type { Envelope } from '../bus/bus.ts';
import { createRedisStreamsBus } from '../bus/redis-streams.bus.ts';
import { events, numberOf, publishedByKey, range, until } from '../bus/testing/events.ts';
import { startRedisServer } from '../bus/testing/redis-server.ts';
import { testDatabase } from '../testing/database.ts';
import { runEventConsumer } from './event-consumer.ts';
import { firstDeliveries } from './inbox.ts';
import { createOutboxRelay } from './outbox-relay.ts';
import { appendToOutbox } from './outbox.ts';
import type { MessagingTables } from './tables.ts';

interface Tables extends MessagingTables {
  effect: { position: number; key: string; n: number };
}

const KEYS = 8;

test('every event has its effect once and in order, while Redis is flushed and killed', async () => {
  await using redis = await startRedisServer();
  await using database = await testDatabase<Tables>();
  const { db } = database;
  await sql`create table effect (
    position bigint generated always as identity, key text not null, n integer not null
  )`.execute(db);
  const connect = () => new Redis(redis.url, { maxRetriesPerRequest: 2, retryStrategy: () => 20 });
  const bus = createRedisStreamsBus({ redis: connect, leaseMs: 600 });
  const relay = createOutboxRelay({ db, bus, log: silentLog, pollMs: 20, epochMs: 50 });
  const consumer = {
    group: 'effects',
    topics: ['things'],
    handle: (batch: readonly Envelope[]) =>
      db.transaction().execute(async (tx) => {
        const fresh = await firstDeliveries(tx, 'effects', batch);
        const rows = fresh.map((event) => ({ key: event.key, n: numberOf(event) }));
        if (rows.length > 0) {
          await sql`insert into effect (key, n)
            select key, n from unnest(${rows.map(({ key }) => key)}::text[],
              ${rows.map(({ n }) => n)}::int[]) as fresh (key, n)`.execute(tx);
        }
      }),
  };
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => bus.close());
  cleanUp.defer(() => relay.stop());
  await runEventConsumer(bus, consumer, { log: silentLog });
  relay.start();

  const messages = events('things', 600, { keys: KEYS });
  const disasters: Record<number, () => Promise<void>> = {
    6: async () => {
      const admin = connect();
      await admin.flushall();
      admin.disconnect();
    },
    12: async () => {
      await redis.kill();
      await redis.start();
    },
  };
  for (const i of range(20)) {
    const own = messages.slice(i * 30, (i + 1) * 30);
    await db.transaction().execute((tx) => appendToOutbox(tx, own));
    relay.wake();
    await disasters[i]?.();
  }

  const effects = () =>
    sql<{ key: string; numbers: number[] }>`
      select key, array_agg(n order by position) as numbers from effect group by key
    `.execute(db);
  const count = async () =>
    (await effects()).rows.reduce((sum, { numbers }) => sum + numbers.length, 0);
  await until(async () => (await count()) === 600, 20_000);
  const byKey = (await effects()).rows.map(({ key, numbers }) => [key, numbers]);
  expect(Object.fromEntries(byKey)).toEqual(publishedByKey(messages));
}, 30_000);
