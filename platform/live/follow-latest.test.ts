import { setTimeout as delay } from 'node:timers/promises';
import { createBoundedQueue } from './bounded-queue.ts';
import { followLatest, type FollowLatestOptions } from './follow-latest.ts';

function follow(options: Partial<FollowLatestOptions<number>> = {}) {
  const messages = createBoundedQueue<string>(100);
  const source = { state: 1, reads: 0 };
  const states = followLatest<number>({
    messages,
    read: () => {
      source.reads += 1;
      return Promise.resolve(source.state);
    },
    everyMs: 20,
    isNews: (state, last) => state !== last,
    now: () => new Date(),
    ...options,
  });
  return { messages, source, states };
}

test('the state comes first, without a message', async () => {
  const { states } = follow();
  expect(await states.next()).toEqual({ done: false, value: 1 });
  await states.return?.();
});

test('many changes are one event with the latest state, and one read', async () => {
  const { messages, source, states } = follow();
  await states.next();
  for (let state = 2; state <= 50; state++) {
    source.state = state;
    messages.push('changed');
  }

  expect(await states.next()).toEqual({ done: false, value: 50 });
  expect(source.reads).toBe(2);
  await states.return?.();
});

test('an event waits until its time has come, however soon there is news', async () => {
  const { messages, source, states } = follow({ everyMs: 3_600_000 });
  await states.next();
  source.state = 2;
  messages.push('changed');

  const next = states.next();
  expect(await Promise.race([next, delay(50, 'nothing')])).toBe('nothing');
  expect(source.reads).toBe(1);
  await states.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('what changes by the clock is told without a message', async () => {
  const now = new Date();
  const { source, states } = follow({ changesAt: () => now });
  await states.next();
  source.state = 2;

  expect(await states.next()).toEqual({ done: false, value: 2 });
  await states.return?.();
});

test('the last state ends the stream, and nobody listens any more', async () => {
  let left = 0;
  const messages = createBoundedQueue<string>(1, () => left++);
  const { states, source } = follow({ messages, isLast: (state) => state === 2 });
  await states.next();
  source.state = 2;
  messages.push('changed');

  expect(await states.next()).toEqual({ done: false, value: 2 });
  expect(await states.next()).toEqual({ done: true, value: undefined });
  expect(left).toBe(1);
});

test('who leaves while waiting is let go, and so is who waits when the messages end', async () => {
  const leaving = follow();
  await leaving.states.next();
  const waiting = leaving.states.next();
  await leaving.states.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });

  const ending = follow();
  await ending.states.next();
  const last = ending.states.next();
  ending.messages.end();
  expect(await last).toEqual({ done: true, value: undefined });
});
