import { Redis } from 'ioredis';
import { createCheckoutRate } from './checkout-rate.ts';
import { customer } from '../testing/customer.ts';
import { orderWorld } from '../testing/order-world.ts';

const PER_MINUTE = { CHECKOUT_RATE: '3' };

/** Somebody who has ordered three times, 10 s apart, and has a full cart again. */
async function shopper() {
  const world = await orderWorld(PER_MINUTE);
  const ada = customer(world);
  const mug = world.addProduct();
  for (const key of ['purchase-1', 'purchase-2', 'purchase-3']) {
    await ada.put(mug);
    expect(await ada.checkout({ key })).toMatchObject({ __typename: 'Order' });
    world.advance(10_000);
  }
  await ada.put(mug);
  return { world, ada, mug, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

test('the fourth checkout within a minute is told when to try again, and works then', async () => {
  await using given = await shopper();
  const { world, ada } = given;

  expect(await ada.checkout()).toEqual({
    __typename: 'RateLimited',
    message: 'Too many orders in a minute: try again in 30 seconds.',
    retryAfterMs: 30_000,
  });
  world.advance(29_999);
  expect(await ada.checkout()).toMatchObject({ __typename: 'RateLimited', retryAfterMs: 1 });
  world.advance(1);
  expect(await ada.checkout()).toMatchObject({ __typename: 'Order' });
});

test('the window slides: one turn is free when the oldest is a minute ago, not three', async () => {
  await using given = await shopper();
  const { world, ada, mug } = given;
  world.advance(30_000);
  expect(await ada.checkout()).toMatchObject({ __typename: 'Order' });

  await ada.put(mug);
  expect(await ada.checkout()).toMatchObject({ __typename: 'RateLimited', retryAfterMs: 10_000 });
});

test('a repeated key takes no turn, and is answered over the rate as well', async () => {
  await using world = await orderWorld(PER_MINUTE);
  const ada = customer(world);
  const mug = world.addProduct();
  const ids = [];
  for (const key of ['purchase-1', 'purchase-1', 'purchase-1', 'purchase-2', 'purchase-3']) {
    await ada.put(mug);
    ids.push((await ada.checkout({ key })).id);
  }

  expect(new Set(ids).size).toBe(3);
  expect(await ada.checkout({ key: 'purchase-4' })).toMatchObject({ __typename: 'RateLimited' });
  expect((await ada.checkout({ key: 'purchase-1' })).id).toBe(ids[0]);
  // The first one's turn is long over: it is answered for what it has placed, not for a turn.
  world.advance(59_000);
  await world.redis.flushdb();
  for (const key of ['other-1-', 'other-2-', 'other-3-']) await ada.checkout({ key });
  expect((await ada.checkout({ key: 'purchase-1' })).id).toBe(ids[0]);
});

test('a crowd of one user gets three turns, of many users three each', async () => {
  await using world = await orderWorld(PER_MINUTE);
  const { redis, parts } = world;
  const rate = createCheckoutRate({ redis, log: parts.log, now: parts.now, limit: 3 });

  const waits = await Promise.all(
    Array.from({ length: 60 }, (_, index) => rate(`user-${index % 2}`, `purchase-${index}`)),
  );

  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(6);
});

test('control: without a limit a fourth checkout is placed', async () => {
  await using world = await orderWorld({ CHECKOUT_RATE: '0' });
  const ada = customer(world);
  const ids = [];
  for (let order = 0; order < 5; order++) ids.push(await ada.placeOrder());
  expect(new Set(ids).size).toBe(5);
});

test('without Redis everybody may check out, and that is said once', async () => {
  await using world = await orderWorld();
  const { port, host } = world.redis.options;
  const away = new Redis({
    port: port ?? 0,
    host: host ?? '',
    lazyConnect: true,
    retryStrategy: () => null,
  });
  away.disconnect();
  const warnings: string[] = [];
  const log = {
    ...world.parts.log,
    warn: (_fields: object, text: string) => void warnings.push(text),
  };
  const rate = createCheckoutRate({
    redis: away,
    log: log as never,
    now: world.parts.now,
    limit: 1,
  });

  for (let turn = 0; turn < 5; turn++) expect(await rate('ada', `purchase-${turn}`)).toBe(0);
  expect(warnings).toEqual(['Redis does not answer: checkouts have no rate']);
});
