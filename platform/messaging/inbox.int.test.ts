import { testDatabase } from '../testing/database.ts';
import { events } from '../bus/testing/events.ts';
import { firstDeliveries, purgeInbox } from './inbox.ts';
import type { MessagingTables } from './tables.ts';

const batch = (count: number) => events('things', count).map(({ envelope }) => envelope);

test('returns what this consumer has not seen, once and in order', async () => {
  await using database = await testDatabase<MessagingTables>();
  const [a, b, c] = batch(3);
  if (!a || !b || !c) throw new Error('three events expected');
  const receive = (consumer: string, ...own: (typeof a)[]) =>
    database.db.transaction().execute((tx) => firstDeliveries(tx, consumer, own));

  expect(await receive('mail', b, a, b)).toEqual([b, a]);
  expect(await receive('mail', a, c, b)).toEqual([c]);
  expect(await receive('stock', a, b)).toEqual([a, b]);
  expect(await receive('mail')).toEqual([]);
});

test('forgets an event whose effect was rolled back', async () => {
  await using database = await testDatabase<MessagingTables>();
  const own = batch(2);
  const fails = database.db.transaction().execute(async (tx) => {
    await firstDeliveries(tx, 'mail', own);
    throw new Error('no effect');
  });
  await expect(fails).rejects.toThrow('no effect');

  expect(await database.db.transaction().execute((tx) => firstDeliveries(tx, 'mail', own))).toEqual(
    own,
  );
});

test('gives an event to one of a crowd', async () => {
  await using database = await testDatabase<MessagingTables>();
  const own = batch(20);

  const received = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      database.db
        .transaction()
        .execute((tx) => firstDeliveries(tx, 'mail', i % 2 ? own : own.toReversed())),
    ),
  );

  expect(received.flat()).toHaveLength(20);
  expect(new Set(received.flat().map(({ id }) => id)).size).toBe(20);
});

test('purges what is old enough', async () => {
  await using database = await testDatabase<MessagingTables>();
  const { db } = database;
  const [old, fresh] = batch(2);
  if (!old || !fresh) throw new Error('two events expected');
  await db
    .insertInto('inbox')
    .values({ consumer: 'mail', event_id: old.id, received_at: new Date('2020-01-01') })
    .execute();
  await db.transaction().execute((tx) => firstDeliveries(tx, 'mail', [fresh]));

  expect(await purgeInbox(db, new Date('2021-01-01'))).toBe(1);

  const left = await db.selectFrom('inbox').select('event_id').execute();
  expect(left).toEqual([{ event_id: fresh.id }]);
});
