import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { executeLater } from '#platform/database/later.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import {
  beginCartChange,
  cartKey,
  endCartChange,
  fillCartCopy,
  readCartCopy,
} from '../data/cart-copy.ts';
import { findCart } from '../data/cart.repository.ts';
import type { Tables } from '../data/tables.ts';
import { MIGRATIONS } from '../testing/order-world.ts';
import { createCarts } from './carts.ts';

const mug = newId();
const cap = newId();

async function setUp() {
  const database = await testDatabase<Tables>(MIGRATIONS);
  const { redis, url } = await testRedis();
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  const parts = {
    store: database.store,
    redis,
    log: silentLog,
    now: () => new Date(time++),
    newId: () => newId(),
  };
  return {
    redis,
    url,
    parts,
    db: database.db,
    carts: createCarts(parts),
    ada: newId(),
    async [Symbol.asyncDispose]() {
      redis.disconnect();
      await database[Symbol.asyncDispose]();
    },
  };
}

const units = (quantity: number, productId = mug) => ({ productId, quantity });

test('the copy in Redis is a hash of products, and answers like PostgreSQL', async () => {
  await using world = await setUp();
  const { carts, redis, ada } = world;
  await carts.add(ada, units(2, cap));
  await carts.add(ada, units(3));

  expect(await redis.hgetall(cartKey(ada))).toEqual({
    '#version': '2',
    [cap]: '0:2',
    [mug]: '1:3',
  });
  expect(await carts.read(ada)).toEqual(await carts.readStored(ada));
});

test('a flush loses no cart, and the next read brings the copy back', async () => {
  await using world = await setUp();
  const { carts, redis, ada } = world;
  await carts.add(ada, units(2));
  await redis.flushdb();

  expect((await carts.read(ada)).lines).toEqual([units(2)]);
  expect(await redis.hget(cartKey(ada), mug)).toBe('0:2');
});

test('a crowd that adds to one cart loses no unit, in the copy neither', async () => {
  await using world = await setUp();
  const { carts, ada } = world;

  await Promise.all(Array.from({ length: 30 }, () => carts.add(ada, units(1))));

  expect((await carts.readStored(ada)).lines).toEqual([units(30)]);
  expect((await carts.read(ada)).lines).toEqual([units(30)]);
});

/** A reader that has found no copy and has read the cart, and then a change, before it fills the copy. */
async function readThenChange(between: (world: Awaited<ReturnType<typeof setUp>>) => unknown) {
  const world = await setUp();
  const { carts, redis, db, ada } = world;
  await carts.add(ada, units(1));
  await redis.flushdb();
  const lease = newId();
  expect(await readCartCopy(redis, ada, lease)).toEqual({ state: 'LEASED' });
  const old = await findCart(db, ada);
  await between(world);
  return { ...world, lease, old };
}

test('who changes the cart next reads the copy, and without one makes none', async () => {
  await using world = await setUp();
  const { carts, redis, ada } = world;
  await carts.add(ada, units(3));
  expect(await carts.readCopied(ada)).toEqual([units(3)]);

  await beginCartChange(redis, ada);
  expect(await carts.readCopied(ada)).toEqual([]);

  await redis.flushdb();
  expect(await carts.readCopied(ada)).toEqual([]);
  expect(await redis.exists(cartKey(ada))).toBe(0);
  await readCartCopy(redis, ada, newId());
  expect(await carts.readCopied(ada)).toEqual([]);
});

test('a reader does not fill the copy with a cart that was changed meanwhile', async () => {
  await using world = await readThenChange(({ carts, ada }) => carts.add(ada, units(1)));
  const { redis, carts, ada, lease, old } = world;

  expect(await fillCartCopy(redis, ada, lease, old)).toBe(false);
  expect((await carts.read(ada)).lines).toEqual([units(2)]);
});

test('nor when the copy of that change was flushed as well', async () => {
  await using world = await readThenChange(async ({ carts, redis, ada }) => {
    await carts.add(ada, units(1));
    await redis.flushdb();
  });
  const { redis, carts, ada, lease, old } = world;

  expect(await fillCartCopy(redis, ada, lease, old)).toBe(false);
  expect((await carts.read(ada)).lines).toEqual([units(2)]);
});

test('nor while that change is still under way', async () => {
  await using world = await readThenChange(({ redis, ada }) => beginCartChange(redis, ada));
  const { redis, ada, lease, old } = world;

  expect(await fillCartCopy(redis, ada, lease, old)).toBe(false);
  expect(await readCartCopy(redis, ada, newId())).toEqual({ state: 'BUSY' });
});

test('control: a fill that asks for no lease leaves an old cart in the copy', async () => {
  await using world = await readThenChange(({ carts, ada }) => carts.add(ada, units(1)));
  const { redis, carts, ada, old } = world;
  await redis.hset(cartKey(ada), '#version', old.version, mug, `0:${old.lines[0]?.quantity}`);

  expect((await carts.read(ada)).lines).toEqual([units(1)]);
  expect((await carts.readStored(ada)).lines).toEqual([units(2)]);
});

test('while a cart is being changed it is read from PostgreSQL, and nothing is filled', async () => {
  await using world = await setUp();
  const { carts, redis, ada } = world;
  await carts.add(ada, units(1));
  await beginCartChange(redis, ada);

  expect(await readCartCopy(redis, ada, newId())).toEqual({ state: 'BUSY' });
  expect((await carts.read(ada)).lines).toEqual([units(1)]);
});

test('of two changes the newer one is copied, whichever ends last', async () => {
  await using world = await setUp();
  const { redis, ada } = world;
  const older = { version: 1, lines: [units(1)] };
  const newer = { version: 2, lines: [units(2)] };
  await beginCartChange(redis, ada);
  await beginCartChange(redis, ada);

  await endCartChange(redis, ada, newer);
  await endCartChange(redis, ada, older);

  expect(await readCartCopy(redis, ada, newId())).toEqual({ state: 'LEASED' });
});

test('an edit that the rules refuse leaves the cart, and fails none beside it', async () => {
  await using world = await setUp();
  const { carts, ada } = world;
  const ben = newId();
  await carts.add(ada, units(99));

  const [refused, ...others] = await Promise.allSettled([
    carts.add(ada, units(1)),
    carts.add(ben, units(2)),
    carts.add(ada, units(3, cap)),
    carts.add(ada, units(4, cap)),
  ]);

  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'BAD_USER_INPUT' } });
  expect(others.every(({ status }) => status === 'fulfilled')).toBe(true);
  expect((await carts.read(ada)).lines).toEqual([units(99), units(7, cap)]);
  expect(await carts.read(ada)).toEqual(await carts.readStored(ada));
  expect((await carts.read(ben)).lines).toEqual([units(2)]);
});

test('a change that fails leaves the cart and no copy of it', async () => {
  await using world = await setUp();
  const { carts, redis, ada } = world;
  await carts.add(ada, units(99));

  const change = carts.change([ada], async (tx) => {
    await tx.deleteFrom('cart_item').execute();
    throw new Error('no');
  });
  await expect(change).rejects.toThrow('no');

  expect(await redis.exists(cartKey(ada))).toBe(0);
  expect((await carts.read(ada)).lines).toEqual([units(99)]);
});

test('a change that fails as it is committed leaves the cart and no copy of it', async () => {
  await using world = await setUp();
  const { carts, redis, ada } = world;
  await carts.add(ada, units(99));

  const change = carts.change([ada], async (tx) => {
    await executeLater(tx, sql`delete from cart_item`);
    await executeLater(tx, sql`select 1 / ${0}::int`);
  });
  await expect(change).rejects.toThrow('division by zero');

  expect(await redis.exists(cartKey(ada))).toBe(0);
  expect((await carts.read(ada)).lines).toEqual([units(99)]);
});

test('without Redis a cart still works', async () => {
  await using world = await setUp();
  const away = new Redis(world.url, { lazyConnect: true, retryStrategy: () => null });
  away.disconnect();
  const carts = createCarts({ ...world.parts, redis: away });

  await carts.add(world.ada, units(2));
  expect((await carts.read(world.ada)).lines).toEqual([units(2)]);
});
