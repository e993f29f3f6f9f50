import { clockOffset, countdownOf, formatCountdown } from './countdown.ts';

test.each([
  [0, '00:00'],
  [-5_000, '00:00'],
  [1, '00:01'],
  [754_000, '12:34'],
  [3_900_000, '1 h 05 min'],
  [183_600_000, '2 d 03 h'],
])('%i ms read %s', (ms, text) => {
  expect(formatCountdown(ms)).toBe(text);
});

const sale = {
  status: 'RUNNING',
  startsAt: '2026-03-01T12:00:00.000Z',
  endsAt: '2026-03-01T13:00:00.000Z',
};

test('counts down to the beginning, then to the end, by the clock of the server', () => {
  const here = Date.parse('2026-03-01T11:00:00.000Z');
  const offset = clockOffset('2026-03-01T11:59:00.000Z', here);

  expect(countdownOf({ ...sale, status: 'READY' }, here + offset)).toEqual({
    label: 'Begins in',
    endsInMs: 60_000,
  });
  expect(countdownOf(sale, here + offset + 60_000)).toEqual({
    label: 'Ends in',
    endsInMs: 3_600_000,
  });
});

test('nothing is counted when the sale is over', () => {
  const during = Date.parse('2026-03-01T12:30:00.000Z');
  expect(countdownOf({ ...sale, status: 'CANCELLED' }, during)).toBeUndefined();
  expect(countdownOf(sale, Date.parse(sale.endsAt))).toBeUndefined();
});
