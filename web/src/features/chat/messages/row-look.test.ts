import { GROUP_MS, lookOfRow, tickOf } from './row-look.ts';

const dayOf = (at: string) => at.slice(0, 10);
const told = (sequence: number, createdAt: string, id = 'ada') => ({
  sequence,
  createdAt,
  sender: { id },
});

test('a message of the same sender soon after stands with the one before it', () => {
  const before = told(1, '2026-03-01T12:00:00.000Z');
  const look = lookOfRow(before, told(2, '2026-03-01T12:04:59.000Z'), dayOf);
  expect(look).toEqual({ startsDay: false, startsGroup: false });
});

test('another sender, a pause or a new day begins a group', () => {
  const before = told(1, '2026-03-01T23:58:00.000Z');
  const pause = new Date(Date.parse(before.createdAt) - GROUP_MS - 1).toISOString();
  expect(lookOfRow(before, told(2, before.createdAt, 'ben'), dayOf).startsGroup).toBe(true);
  expect(lookOfRow(told(1, pause), told(2, before.createdAt), dayOf).startsGroup).toBe(true);
  expect(lookOfRow(before, told(2, '2026-03-02T00:01:00.000Z'), dayOf)).toEqual({
    startsDay: true,
    startsGroup: true,
  });
});

test('while the message before is not here no day begins, unless it is the very first', () => {
  const at = '2026-03-01T12:00:00.000Z';
  expect(lookOfRow(undefined, told(51, at), dayOf).startsDay).toBe(false);
  expect(lookOfRow(undefined, told(1, at), dayOf).startsDay).toBe(true);
});

test('ticks follow the watermarks of the other side', () => {
  const receipt = { deliveredSequence: 4, readSequence: 2 };
  expect([2, 3, 4, 5].map((sequence) => tickOf(sequence, receipt))).toEqual([
    'READ',
    'DELIVERED',
    'DELIVERED',
    'SENT',
  ]);
});
