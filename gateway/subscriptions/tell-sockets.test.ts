import { jest } from '@jest/globals';
import type { Redis } from 'ioredis';
import { noSocketFigures } from '../../platform/live/socket-figures.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { startTellingSockets } from './tell-sockets.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function start(evalsha: () => Promise<unknown>) {
  const calls = { told: 0, read: 0, warned: 0 };
  const redis = {
    evalsha() {
      calls.told += 1;
      return evalsha();
    },
    del: () => Promise.reject(new Error('away')),
  } as unknown as Redis;
  const telling = startTellingSockets({
    redis,
    gateway: 'a',
    read() {
      calls.read += 1;
      return noSocketFigures();
    },
    log: { ...silentLog, warn: () => (calls.warned += 1) },
    everyMs: 10,
  });
  return { calls, telling };
}

test('a Redis that does not answer is asked once at a time, then rarely; counting goes on', async () => {
  const { calls, telling } = start(() => new Promise(() => undefined));
  await jest.advanceTimersByTimeAsync(200);
  expect(calls).toEqual({ told: 1, read: 20, warned: 0 });
  await jest.advanceTimersByTimeAsync(1_800);
  // Three that timed out, after which the breaker lets none through for two seconds.
  expect(calls).toEqual({ told: 3, read: 200, warned: 1 });
  const stopping = telling.stop();
  await jest.advanceTimersByTimeAsync(1_000);
  await stopping;
  expect(calls.read).toBe(200);
});

test('a Redis that is away is said once, and said again when it was back', async () => {
  let isAway = true;
  const { calls, telling } = start(() =>
    isAway ? Promise.reject(new Error('away')) : Promise.resolve(null),
  );
  await jest.advanceTimersByTimeAsync(20);
  expect(calls).toMatchObject({ told: 2, warned: 1 });
  isAway = false;
  await jest.advanceTimersByTimeAsync(10);
  isAway = true;
  await jest.advanceTimersByTimeAsync(10);
  expect(calls).toMatchObject({ told: 4, warned: 2 });
  await telling.stop();
});
