import { setTimeout as wait } from 'node:timers/promises';
import { testRedis } from '../testing/redis.ts';
import { createSharedWindow } from './sliding-window.ts';

const uniqueKey = () => `{${crypto.randomUUID()}}:window`;

test('a crowd gets exactly what there is, and all of it', async () => {
  await using store = await testRedis();
  const take = createSharedWindow(store.redis, { windowMs: 60_000 });
  const key = uniqueKey();
  const answers = await Promise.all(Array.from({ length: 300 }, () => take(key, 1, 40)));
  const waits = answers.map(({ waitMs }) => waitMs);
  expect(waits.filter((ms) => ms === 0)).toHaveLength(40);
  for (const ms of waits) expect(ms).toBeLessThanOrEqual(65_000);

  const ttl = await store.redis.pttl(key);
  expect(ttl).toBeGreaterThan(0);
  expect(ttl).toBeLessThanOrEqual(65_000);
});

test('after the wait that is named there is room, and no sooner', async () => {
  await using store = await testRedis();
  const take = createSharedWindow(store.redis, { windowMs: 240, slots: 4 });
  const key = uniqueKey();
  const waitFor = async (points: number) => (await take(key, points, 2)).waitMs;
  expect(await waitFor(2)).toBe(0);
  const before = await waitFor(1);
  expect(before).toBeGreaterThan(0);
  // Each answer names what is left of the wait: the last of them is the one that counts.
  for (let ms = before; ms > 0; ms = await waitFor(1)) await wait(ms);
  expect(await waitFor(2)).toBeGreaterThan(0);
});

test('what was used without asking counts, though there was no room for it', async () => {
  await using store = await testRedis();
  const take = createSharedWindow(store.redis, { windowMs: 60_000 });
  const key = uniqueKey();
  expect(await take(key, 0, 10, 4)).toEqual({ waitMs: 0, used: 4 });
  expect(await take(key, 2, 10, 3)).toEqual({ waitMs: 0, used: 9 });
  const over = await take(key, 1, 10, 5);
  expect(over.used).toBe(14);
  expect(over.waitMs).toBeGreaterThan(0);
});
