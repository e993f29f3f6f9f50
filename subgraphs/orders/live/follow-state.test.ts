import { createBoundedQueue } from '#platform/live/bounded-queue.ts';
import { followState } from './follow-state.ts';

function follow() {
  const messages = createBoundedQueue<string>(10);
  const source = { version: 1 };
  const states = followState({
    messages,
    read: () => Promise.resolve(source.version),
    isNewer: (version, last) => version > last,
  });
  return { messages, source, states };
}

test('the state comes first, without a message', async () => {
  const { states } = follow();

  expect(await states.next()).toEqual({ done: false, value: 1 });
});

test('a change between listening and the first read is told once', async () => {
  const { messages, source, states } = follow();
  source.version = 2;
  messages.push('changed');

  expect(await states.next()).toEqual({ done: false, value: 2 });
  const next = states.next();
  source.version = 3;
  messages.push('changed');
  expect(await next).toEqual({ done: false, value: 3 });
});

test('many messages that tell one state tell it once', async () => {
  const { messages, source, states } = follow();
  await states.next();
  source.version = 5;
  for (let message = 0; message < 4; message++) messages.push('changed');
  messages.finish();

  expect(await states.next()).toEqual({ done: false, value: 5 });
  expect(await states.next()).toEqual({ done: true, value: undefined });
});

test('who leaves while waiting is let go', async () => {
  const { states } = follow();
  await states.next();
  const waiting = states.next();

  await states.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
});
