import { sql, type Kysely } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { countWaiting, hasWaiting, listWaiting, markPublished } from './outbox-position.ts';
import { appendToOutbox } from './outbox.ts';
import { events } from '../bus/testing/events.ts';
import type { MessagingTables } from './tables.ts';

/** Rows of the outbox that were read one after the other, by anybody, so far. */
async function rowsScanned(db: Kysely<MessagingTables>): Promise<number> {
  const { rows } = await sql<{ scans: number }>`
    select seq_tup_read::float8 as scans from pg_stat_xact_user_tables where relname = 'outbox'
  `.execute(db);
  return rows[0]?.scans ?? 0;
}

test('what waits is found without a look at what is published', async () => {
  await using database = await testDatabase<MessagingTables>();
  const { db } = database;
  const PUBLISHED = 20_000;
  await sql`
    insert into outbox (topic, key, envelope)
    select 'things', 'a', '{}' from generate_series(1, ${PUBLISHED}::int)
  `.execute(db);
  await db.transaction().execute(async (tx) => {
    const ids = Array.from({ length: PUBLISHED }, (_, index) => index + 1);
    await markPublished(tx, ids);
  });
  const idle = await db.transaction().execute(async (tx) => {
    return [await hasWaiting(tx), await countWaiting(tx), await rowsScanned(tx)];
  });
  expect(idle).toEqual([false, 0, 0]);

  await db.transaction().execute(async (tx) => {
    const ids = Array.from({ length: PUBLISHED }, (_, index) => index + 1);
    await sql`update outbox_position set waiting = '{[1,)}'`.execute(tx);
    await markPublished(
      tx,
      // The others are gaps to look into.
      ids.filter((id) => id % 2_000 !== 0),
    );
    await appendToOutbox(tx, events('things', 3));
  });

  const looked = await db.transaction().execute(async (tx) => {
    const answers = [await hasWaiting(tx), await countWaiting(tx)];
    const listed = await listWaiting(tx, 5);
    return { answers, listed: listed.map(({ id }) => id), scanned: await rowsScanned(tx) };
  });

  expect(looked.answers).toEqual([true, 13]);
  expect(looked.listed).toEqual([2_000, 4_000, 6_000, 8_000, 10_000]);
  expect(looked.scanned).toBe(0);
});
