import { setTimeout as delay } from 'node:timers/promises';
import { createRelayCaller } from './relay-calls.ts';

function caller(publish: () => Promise<void>) {
  const told: string[] = [];
  const relay = createRelayCaller(
    { publish: (channel) => (told.push(channel), publish()) },
    'orders',
  );
  return { relay, told };
}

test('tells at once, and what comes right behind together', async () => {
  const { relay, told } = caller(() => Promise.resolve());
  for (let commit = 0; commit < 100; commit += 1) relay.call();
  expect(told).toEqual(['outbox:orders']);

  while (told.length < 2) await delay(1);
  await delay(30);
  expect(told).toHaveLength(2);
  relay.call();
  expect(told).toHaveLength(3);
  relay.stop();
});

test("a call that cannot be made is nobody's error", async () => {
  const { relay, told } = caller(() => Promise.reject(new Error('Redis is away')));
  relay.call();
  await delay(20);
  relay.call();
  expect(told).toHaveLength(2);
  relay.stop();
});
