import { Redis } from 'ioredis';
import { sql, type KyselyPlugin } from 'kysely';
import { v7 as newId } from 'uuid';
import { HOLD_MS, openShop, type Shop } from '../testing/shop.ts';
import { findSales } from './data/sale.repository.ts';
import type { AskedClaim } from './data/sale-copy.ts';
import type { ClaimAnswer, FlashDesk } from './flash-desk.ts';
import { settleClaims } from './settle-claims.ts';
import { claimOf, countAnswers, findBrokenSales, openSale, unitsOf } from './testing/sale.ts';

const CROWD = 10_000;
const UNITS = 100;
/** As orders sends them. */
const CALL_SIZE = 500;
const MAX_CLAIMS = { maxInFlight: 1_000 };

/** Calls of many claims each, all at once, dealt to the desks. */
async function claimAtOnce(
  desks: readonly FlashDesk[],
  claims: readonly AskedClaim[],
  between: () => Promise<unknown> = async () => undefined,
): Promise<ClaimAnswer[]> {
  const calls: Promise<ClaimAnswer[]>[] = [];
  for (let start = 0; start < claims.length; start += CALL_SIZE) {
    const desk = desks[calls.length % desks.length];
    if (desk === undefined) throw new Error('a crowd needs a desk');
    calls.push(desk.claim(claims.slice(start, start + CALL_SIZE)));
    if (start === CALL_SIZE) await between();
  }
  return (await Promise.all(calls)).flat();
}

test('10,000 people, 100 units, two replicas: exactly 100 get one', async () => {
  await using shop = await openShop(MAX_CLAIMS);
  const sale = await openSale(shop, { units: UNITS });
  const crowd = Array.from({ length: CROWD }, () => claimOf(sale));

  const answers = await claimAtOnce([shop.flash, shop.openFlash()], crowd);

  expect(countAnswers(answers)).toEqual({ CLAIMED: UNITS, SOLD_OUT: CROWD - UNITS });
  expect(answers.slice(0, UNITS).every(({ answer }) => answer === 'CLAIMED')).toBe(true);
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 0, reserved: UNITS });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('the same when Redis loses its memory in the middle', async () => {
  await using shop = await openShop(MAX_CLAIMS);
  const sale = await openSale(shop, { units: UNITS });
  const crowd = Array.from({ length: CROWD / 4 }, () => claimOf(sale));

  const answers = await claimAtOnce([shop.flash, shop.openFlash()], crowd, () =>
    shop.redis.flushdb(),
  );

  expect(countAnswers(answers)).toEqual({ CLAIMED: UNITS, SOLD_OUT: CROWD / 4 - UNITS });
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 0, reserved: UNITS });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('negative control: without the script it is right all the same, and PostgreSQL decides everything', async () => {
  await using shop = await openShop(MAX_CLAIMS);
  const nobodyListens = { host: '127.0.0.1', port: 1, lazyConnect: true };
  const redis = new Redis(1, { ...nobodyListens, retryStrategy: () => null });
  redis.on('error', () => undefined);
  const sale = await openSale(shop, { units: UNITS, limitPerUser: 2 });
  const userId = newId();
  const crowd = Array.from({ length: 1_000 }, (_, index) =>
    claimOf(sale, index < 10 ? { userId } : {}),
  );

  const answers = await claimAtOnce([shop.openFlash({ redis })], crowd);

  expect(countAnswers(answers)).toEqual({
    CLAIMED: UNITS,
    LIMIT_REACHED: 8,
    SOLD_OUT: 1_000 - UNITS - 8,
  });
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 0, reserved: UNITS });
  expect(await findBrokenSales(shop)).toEqual([]);
  const failed = await shop.metrics.getSingleMetricAsString('inventory_flash_failures_total');
  expect(failed).toContain('call="claim"');
});

/** Waits behind the last read of a decision, the units of the sale, before anything is written. */
function waitAfterReading(everybodyHasRead: () => Promise<void>): KyselyPlugin {
  const lastReads = new WeakSet<object>();
  return {
    transformQuery: ({ node, queryId }) => {
      if (node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('flash_sale_stock'))
        lastReads.add(queryId);
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (lastReads.has(queryId)) await everybodyHasRead();
      return result;
    },
  };
}

/** Transactions that all have read everything before any of them writes: without the lock. */
async function raceWithoutLock(shop: Shop, claims: readonly AskedClaim[]) {
  let reading = 0;
  const allHaveRead = Promise.withResolvers<undefined>();
  const waiting = waitAfterReading(async () => {
    if (++reading === claims.length) allHaveRead.resolve(undefined);
    await allHaveRead.promise;
  });
  const clock = { now: shop.now, holdMs: HOLD_MS, holdSales: findSales };
  const results = await Promise.allSettled(
    claims.map((claim) =>
      shop.db.transaction().execute((tx) => settleClaims(tx.withPlugin(waiting), [claim], clock)),
    ),
  );
  expect(reading).toBe(claims.length);
  return results.map(({ status }) => status).toSorted();
}

test.each([
  ['one unit', false],
  ['the limit of one user', true],
])('cannot give %s twice even without its lock: the database refuses', async (_, isOneUser) => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: isOneUser ? 2 : 1 });
  const userId = newId();
  const claim = () => claimOf(sale, isOneUser ? { userId } : {});

  expect(await raceWithoutLock(shop, [claim(), claim()])).toEqual(['fulfilled', 'rejected']);
  expect(await unitsOf(shop, sale.id)).toMatchObject({ reserved: 1 });
});

test('negative control: oversells without its lock and without the constraints', async () => {
  await using shop = await openShop();
  for (const [table, constraint] of [
    ['flash_sale', 'flash_sale_available_check'],
    ['flash_sale_stock', 'flash_sale_stock_available_check'],
    ['stock', 'stock_set_aside_check'],
    ['flash_buyer', 'flash_buyer_limit'],
  ] as const) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(constraint)}`.execute(
      shop.db,
    );
  }
  const sale = await openSale(shop, { units: 1 });
  const userId = newId();

  const results = await raceWithoutLock(shop, [
    claimOf(sale, { userId }),
    claimOf(sale, { userId }),
  ]);

  expect(results).toEqual(['fulfilled', 'fulfilled']);
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: -1, reserved: 2 });
});
