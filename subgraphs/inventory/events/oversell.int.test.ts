import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { findStock } from '../data/stock.repository.ts';
import { openShop, orderEvent, type Shop } from '../testing/shop.ts';

const CROWD = 200;
const UNITS = 20;
const HANDLERS = 5;

/** Deals events to handlers that run at the same time, each in batches of its own. */
async function handleConcurrently(
  shop: Shop,
  events: readonly Envelope[],
  options: Parameters<Shop['handle']>[1] = {},
): Promise<PromiseSettledResult<void>[]> {
  const hands = Array.from({ length: HANDLERS }, (_, hand) =>
    events.filter((_event, index) => index % HANDLERS === hand),
  );
  return Promise.allSettled(
    hands.map(async (hand) => {
      for (let start = 0; start < hand.length; start += 10) {
        await shop.handle(hand.slice(start, start + 10), options);
      }
    }),
  );
}

const single = (mug: string) => ({
  orderId: newId(),
  lines: [{ productId: mug, quantity: 1 }],
});

async function countHeld(shop: Shop): Promise<number> {
  const held = await shop.db
    .selectFrom('reservation')
    .select('order_id')
    .where('status', '=', 'HELD')
    .execute();
  return held.length;
}

test('sells exactly what is there to a crowd that asks for ten times as much', async () => {
  await using shop = await openShop();
  const mug = await shop.product(UNITS);
  const crowd = Array.from({ length: CROWD }, () => single(mug));

  const answers = (await Promise.all(crowd.map((order) => shop.desk.admit([order])))).flat();
  const admitted = crowd.filter((_, index) => answers[index]?.isAdmitted);
  await handleConcurrently(
    shop,
    admitted.map(({ orderId, lines }) => orderEvent('order.created', orderId, lines)),
  );

  expect(admitted).toHaveLength(UNITS);
  expect(await countHeld(shop)).toBe(UNITS);
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: UNITS, sold: 0 });
  expect(await shop.desk.admit([single(mug)])).toMatchObject([{ isAdmitted: false }]);
});

test('sells exactly what is there when Redis loses its memory in the middle', async () => {
  await using shop = await openShop();
  const mug = await shop.product(UNITS);
  const crowd = Array.from({ length: CROWD }, () => single(mug));

  const first = await shop.desk.admit(crowd.slice(0, CROWD / 2));
  await shop.redis.flushdb();
  const second = await shop.desk.admit(crowd.slice(CROWD / 2));
  const answers = [...first, ...second];
  const admitted = crowd.filter((_, index) => answers[index]?.isAdmitted);
  await handleConcurrently(
    shop,
    admitted.map(({ orderId, lines }) => orderEvent('order.created', orderId, lines)),
  );

  expect(admitted).toHaveLength(2 * UNITS);
  expect(await countHeld(shop)).toBe(UNITS);
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: UNITS, sold: 0 });
  expect(await shop.desk.admit([single(mug)])).toMatchObject([{ isAdmitted: false }]);
});

test('sells exactly what is there while orders are admitted and reserved at the same time', async () => {
  await using shop = await openShop();
  const mug = await shop.product(UNITS);
  const buy = async () => {
    const order = single(mug);
    const [answer] = await shop.desk.admit([order]);
    if (answer?.isAdmitted !== true) return 0;
    await shop.handle([orderEvent('order.created', order.orderId, order.lines)]);
    return 1;
  };

  const first = await Promise.all(Array.from({ length: UNITS - 5 }, buy));
  const rest = await Promise.all(Array.from({ length: CROWD }, buy));
  // A unit may count as in flight and as reserved until two commits are both told; then it is free again.
  const late = [await buy(), await buy(), await buy(), await buy(), await buy()];

  const admitted = [...first, ...rest, ...late].reduce((sum, each) => sum + each, 0);
  expect(admitted).toBe(UNITS);
  expect(await countHeld(shop)).toBe(UNITS);
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: UNITS, sold: 0 });
});

test('sells exactly what is there to a crowd that nobody has admitted', async () => {
  await using shop = await openShop();
  const mug = await shop.product(UNITS);
  const orders = Array.from({ length: CROWD }, () => single(mug));

  await handleConcurrently(
    shop,
    orders.map(({ orderId, lines }) => orderEvent('order.created', orderId, lines)),
  );

  expect(await countHeld(shop)).toBe(UNITS);
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: UNITS, sold: 0 });
});

/**
 * Two handlers that both have read the stock before either writes: without the lock, with the constraints
 * as given. Each wants all units.
 */
async function raceWithoutLock(shop: Shop) {
  const mug = await shop.product(UNITS);
  let waiting = 0;
  const bothHaveRead = Promise.withResolvers<void>();
  const readStock: typeof findStock = async (db, productIds) => {
    const stock = await findStock(db, productIds);
    if (++waiting === 2) bothHaveRead.resolve();
    await bothHaveRead.promise;
    return stock;
  };
  const lines = [{ productId: mug, quantity: UNITS }];
  const results = await Promise.allSettled(
    [newId(), newId()].map((orderId) =>
      shop.handle([orderEvent('order.created', orderId, lines)], { readStock }),
    ),
  );
  return { mug, results };
}

test('cannot oversell even without its lock: the database refuses', async () => {
  await using shop = await openShop();

  const { mug, results } = await raceWithoutLock(shop);

  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await countHeld(shop)).toBe(1);
  expect(await shop.units(mug)).toEqual({ available: 0, reserved: UNITS, sold: 0 });
});

test('negative control: oversells without its lock and without the constraints', async () => {
  await using shop = await openShop();
  for (const [table, constraint] of [
    ['stock', 'stock_available_check'],
    ['product_stock', 'product_stock_available_check'],
  ] as const) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(constraint)}`.execute(
      shop.db,
    );
  }

  const { mug } = await raceWithoutLock(shop);

  expect(await countHeld(shop)).toBe(2);
  expect(await shop.units(mug)).toEqual({ available: -UNITS, reserved: 2 * UNITS, sold: 0 });
});
