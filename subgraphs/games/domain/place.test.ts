import { periodAt, WINDOWS, type Window } from './periods.ts';
import {
  countDown,
  leastWithoutRoom,
  MAX_PLAYER_NUMBER,
  numberBytes,
  readPlace,
  scoreFormOf,
  TIME_BYTES,
} from './place.ts';

const NOW = new Date('2026-03-04T12:00:00.123Z');

function memberWithTime(playerNumber: number, at: Date): Buffer {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(countDown(at.getTime()), 0, TIME_BYTES);
  return Buffer.concat([time, numberBytes(playerNumber)]);
}

test.each(WINDOWS)('a member with a time says whose it is and when, %s', (window) => {
  const form = scoreFormOf(periodAt(window, NOW));
  for (const playerNumber of [1, 255, 10_000_000, MAX_PLAYER_NUMBER]) {
    const member = memberWithTime(playerNumber, NOW);
    const place = readPlace(form, member, leastWithoutRoom(form) * form.scale);
    expect(place).toEqual({ playerNumber, points: leastWithoutRoom(form), reachedAt: NOW });
  }
});

const ENDING = WINDOWS.filter((window) => window !== 'ALL_TIME');

const scoreOf = (window: Window, points: number, at: Date): number => {
  const { scale, base } = scoreFormOf(periodAt(window, NOW));
  // The sum of the first two would be rounded.
  return points * scale + (countDown(at.getTime()) - base);
};

test.each(ENDING)('a score holds points and every millisecond of its period, %s', (window) => {
  const period = periodAt(window, NOW);
  const form = scoreFormOf(period);
  const first = period.startsAt ?? NOW;
  const last = new Date((period.endsAt ?? NOW).getTime() - 1);
  for (const points of [0, 1, 15_000, leastWithoutRoom(form) - 1]) {
    for (const reachedAt of [first, NOW, last]) {
      const score = scoreOf(window, points, reachedAt);
      expect(Number.isSafeInteger(score)).toBe(true);
      expect(readPlace(form, numberBytes(7), score)).toEqual({
        playerNumber: 7,
        points,
        reachedAt,
      });
    }
    expect(scoreOf(window, points, first)).toBeGreaterThan(scoreOf(window, points, last));
    expect(scoreOf(window, points + 1, last)).toBeGreaterThan(scoreOf(window, points, first));
  }
});

test('of two members with times, that of the earlier time is greater in byte order', () => {
  const earlier = memberWithTime(1, NOW);
  const later = memberWithTime(MAX_PLAYER_NUMBER, new Date(NOW.getTime() + 1));
  expect(Buffer.compare(earlier, later)).toBe(1);
});
