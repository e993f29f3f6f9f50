import { judgeRefresh, type RefreshToken } from './refresh.ts';

const GRACE_MS = 10_000;
const at = (seconds: number) => new Date(seconds * 1000);
const token: RefreshToken = {
  userId: 'ada',
  sessionId: 's1',
  usedAt: null,
  expiresAt: at(1000),
  revokedAt: null,
};
const judge = (change: Partial<RefreshToken>, seconds: number, graceMs = GRACE_MS) =>
  judgeRefresh({ ...token, ...change }, at(seconds), graceMs);

test('a fresh token rotates', () => {
  expect(judge({}, 999)).toBe('rotate');
});

test('an unknown, expired or revoked one has ended', () => {
  expect(judgeRefresh(undefined, at(0), GRACE_MS)).toBe('ended');
  expect(judge({}, 1000)).toBe('ended');
  expect(judge({ revokedAt: at(1) }, 2)).toBe('ended');
});

test('a second use is a race within the grace, and theft from then on', () => {
  expect(judge({ usedAt: at(100) }, 109)).toBe('ended');
  expect(judge({ usedAt: at(100) }, 110)).toBe('stolen');
});

test('without a grace every second use is theft, even in the same millisecond', () => {
  expect(judge({ usedAt: at(100) }, 100, 0)).toBe('stolen');
});

test('an ended family is not ended again by reuse', () => {
  expect(judge({ usedAt: at(1), revokedAt: at(2) }, 500)).toBe('ended');
});
