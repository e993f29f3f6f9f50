import { setTimeout as wait } from 'node:timers/promises';
import { testRedis } from '../testing/redis.ts';
import { createSharedWindow } from './sliding-window.ts';

const uniqueKey = () => `{${crypto.randomUUID()}}:window`;

test('a crowd gets exactly what there is, and all of it', async () => {
  await using store = await testRedis();
  const take = createSharedWindow(store.redis, { windowMs: 60_000 });
  const key = uniqueKey();
  const waits = await Promise.all(Array.from({ length: 300 }, () => take(key, 1, 40)));
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
  expect(await take(key, 2, 2)).toBe(0);
  const before = await take(key, 1, 2);
  expect(before).toBeGreaterThan(0);
  // Each answer names what is left of the wait: the last of them is the one that counts.
  for (let ms = before; ms > 0; ms = await take(key, 1, 2)) await wait(ms);
  expect(await take(key, 2, 2)).toBeGreaterThan(0);
});
