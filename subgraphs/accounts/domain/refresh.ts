/** A refresh token with what is known about its family: all tokens that came from one sign-in. */
export interface RefreshToken {
  userId: string;
  sessionId: string;
  usedAt: Date | null;
  /** When the family ends if it is not used. */
  expiresAt: Date;
  revokedAt: Date | null;
}

/**
 * - `rotate`: works, and is used up by it.
 * - `ended`: does not work; nothing else changes.
 * - `stolen`: used before, so two parties hold it: the family ends for both.
 */
export type RefreshVerdict = 'rotate' | 'ended' | 'stolen';

/**
 * A second use shortly after the first is one client that raced itself (two tabs, a lost answer):
 * it gets nothing, and the family lives on. A thief gains nothing by that either, except that a race
 * with the owner inside the grace is not noticed; a grace of 0 closes that gap.
 */
export function judgeRefresh(
  token: RefreshToken | undefined,
  now: Date,
  graceMs: number,
): RefreshVerdict {
  if (token === undefined || token.revokedAt !== null || token.expiresAt <= now) return 'ended';
  if (token.usedAt === null) return 'rotate';
  return now.getTime() - token.usedAt.getTime() < graceMs ? 'ended' : 'stolen';
}
