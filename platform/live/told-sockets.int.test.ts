import { setTimeout as wait } from 'node:timers/promises';
import { testRedis } from '../testing/redis.ts';
import { noSocketFigures, sumSocketFigures } from './socket-figures.ts';
import { forgetSockets, listToldSockets, MAX_GATEWAYS, tellSockets } from './told-sockets.ts';

const LONG_MS = 60_000;
const POLL_MS = 5;
const MAX_POLLS = 500;
const figures = (open: number) => ({ ...noSocketFigures(), open });

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let polls = 0; polls < MAX_POLLS; polls += 1) {
    if (await holds()) return;
    await wait(POLL_MS);
  }
  throw new Error(`not so after ${MAX_POLLS} polls`);
}

test('the last that each gateway told holds, until it expires or is forgotten', async () => {
  await using store = await testRedis();
  const { redis } = store;
  const open = async () =>
    (await listToldSockets(redis)).map((each) => each.open).toSorted((a, b) => a - b);
  expect(await open()).toEqual([]);
  await tellSockets(redis, 'a', figures(1), LONG_MS);
  await tellSockets(redis, 'b', figures(2), LONG_MS);
  await tellSockets(redis, 'a', figures(3), LONG_MS);
  expect(await open()).toEqual([2, 3]);

  await forgetSockets(redis, 'b');
  expect(await open()).toEqual([3]);

  await tellSockets(redis, 'a', figures(4), 20);
  await until(async () => (await open()).length === 0);
  // Nothing is left behind.
  await until(async () => (await redis.keys('gateway:{sockets}:*')).length === 0);
});

test('a gateway that is gone is forgotten by what the others tell', async () => {
  await using store = await testRedis();
  const { redis } = store;
  await tellSockets(redis, 'gone', figures(1), LONG_MS);
  const isThere = () => redis.zscore('gateway:{sockets}:gateways', 'gone');
  expect(await isThere()).not.toBeNull();
  await until(async () => {
    await tellSockets(redis, 'here', figures(1), 5);
    return (await isThere()) === null;
  });
});

test('what is not figures is left out, and the rest is there', async () => {
  await using store = await testRedis();
  const { redis } = store;
  for (const gateway of ['a', 'b', 'c']) await tellSockets(redis, gateway, figures(1), LONG_MS);
  await redis.set('gateway:{sockets}:b', '{"open":"many"}', 'KEEPTTL');
  expect(sumSocketFigures(await listToldSockets(redis)).open).toBe(2);
});

test('no more gateways than the bound are remembered, those that told last', async () => {
  await using store = await testRedis();
  const { redis } = store;
  for (let at = 0; at < MAX_GATEWAYS; at += 1) {
    await tellSockets(redis, `early ${at}`, figures(0), LONG_MS);
  }
  for (let at = 0; at < 5; at += 1) await tellSockets(redis, `late ${at}`, figures(1), LONG_MS);
  const told = await listToldSockets(redis);
  expect(told).toHaveLength(MAX_GATEWAYS);
  expect(sumSocketFigures(told).open).toBe(5);
});
