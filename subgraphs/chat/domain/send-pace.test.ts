import { createSendPace, MAX_RETRY_MS, MAX_WAIT_MS, MIN_RETRY_MS } from './send-pace.ts';

const MAX_GROUP = 100;

/** Groups take 200 ms each. */
function steady() {
  const pace = createSendPace(MAX_GROUP);
  for (let group = 0; group < 20; group += 1) {
    pace.begin(group * 200);
    pace.end((group + 1) * 200);
  }
  return { pace, at: 4_000 };
}

test('as many may wait as are stored within the time', () => {
  const { pace, at } = steady();

  expect(pace.refusalMs(5 * MAX_GROUP, at)).toBe(0);
  expect(pace.refusalMs(5 * MAX_GROUP + 1, at)).toBeGreaterThanOrEqual(MIN_RETRY_MS);
});

test('nobody is refused before it is known how long a group takes', () => {
  expect(createSendPace(MAX_GROUP).refusalMs(1_000_000, 0)).toBe(0);
});

test('those who are refused are asked to come back one after the other, as fast as messages are stored', () => {
  const { pace, at } = steady();
  const asked = Array.from({ length: 1_000 }, () => pace.refusalMs(20 * MAX_GROUP, at));

  expect(asked).toEqual(asked.toSorted((one, other) => one - other));
  // 2 ms a message.
  expect((asked.at(-1) ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(1_990);
  expect((asked.at(-1) ?? 0) - (asked[0] ?? 0)).toBeLessThan(2_010);
});

test('nobody is asked to wait longer than the most, however many there are', () => {
  const { pace, at } = steady();
  const asked = Array.from({ length: 20_000 }, () => pace.refusalMs(20 * MAX_GROUP, at));

  expect(Math.max(...asked)).toBe(MAX_RETRY_MS);
});

test('a store that does not answer is noticed while it is waited for', () => {
  const { pace, at } = steady();
  pace.begin(at);

  expect(pace.refusalMs(1, at + MAX_WAIT_MS)).toBe(0);
  expect(pace.refusalMs(1, at + MAX_WAIT_MS + 1)).toBeGreaterThan(0);
});
