import { jest } from '@jest/globals';
import { createMessageTurns } from './message-turns.ts';
import { createPacedMessages } from './paced-messages.ts';

const A_SECOND = 50;
const BURST = 100;

/** A socket that gives a read of messages at once, as they come in one chunk of TCP. */
function readOf(count: number, messagesATurn = 1_000) {
  const handled: number[] = [];
  const calls: string[] = [];
  const socket = { pause: () => calls.push('pause'), resume: () => calls.push('resume') };
  const pace = { messagesASecond: A_SECOND, turns: createMessageTurns(messagesATurn) };
  const messages = createPacedMessages(socket, pace, (text) => handled.push(Number(text)));
  for (let number = 0; number < count; number++) messages.push(String(number));
  return { handled, calls, messages };
}

beforeEach(() => void jest.useFakeTimers({ now: 0 }));
afterEach(() => void jest.useRealTimers());

test('what one read holds beyond the budget is handled at the pace, in its order, and then the socket is read again', async () => {
  const { handled, calls } = readOf(BURST + 26);
  expect(handled).toHaveLength(BURST + 1);
  expect(calls).toEqual(['pause']);

  await jest.advanceTimersByTimeAsync(200);
  expect(handled.length).toBeGreaterThan(BURST + 5);
  expect(handled.length).toBeLessThan(BURST + 15);

  await jest.advanceTimersByTimeAsync(1_000);
  expect(handled).toEqual(Array.from({ length: BURST + 26 }, (_, number) => number));
  expect(calls.at(-1)).toBe('resume');
});

test('frames that are answered already use up the budget of messages, too', () => {
  const { handled, messages } = readOf(0);
  for (let frame = 0; frame <= BURST; frame++) messages.spend();
  messages.push('1');
  expect(handled).toEqual([]);
});

test('nothing is handled once the socket is gone', async () => {
  const { handled, messages } = readOf(BURST + 50);
  messages.stop();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(handled).toHaveLength(BURST + 1);
});

test('what is more than a turn holds waits for the next ones, in its order, while the socket is not read', async () => {
  const { handled, calls } = readOf(50, 20);
  expect(handled).toHaveLength(20);
  expect(calls).toEqual(['pause']);

  await jest.advanceTimersByTimeAsync(10);
  expect(handled).toEqual(Array.from({ length: 50 }, (_, number) => number));
  expect(calls).toEqual(['pause', 'resume']);
});

test('who waits for a turn when the socket goes handles nothing more', async () => {
  const { handled, messages } = readOf(50, 20);
  messages.stop();
  await jest.advanceTimersByTimeAsync(10);
  expect(handled).toHaveLength(20);
});
