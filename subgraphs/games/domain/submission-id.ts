/**
 * Ids of submissions are UUIDv7 (RFC 9562, 5.7): their first 48 bits are the milliseconds since 1970 at
 * which the game ended. History is divided by them, so that an id is unique over all time.
 */

/** A game is handed in at most so long after it ended. */
export const MAX_AGE_MS = 86_400_000;
/** Clocks differ. */
export const MAX_AHEAD_MS = 60_000;

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const HEX = 16;
/** The first digits, up to the dash, and those behind it. */
const [HIGH_DIGITS, LOW_DIGITS] = [8, 4];
const TIME_DIGITS = HIGH_DIGITS + LOW_DIGITS;

/** What is wrong with an id, for people; nothing when it will do. */
export function findSubmissionIdFault(id: string, now: Date): string | undefined {
  if (!UUID_V7.test(id)) {
    return `submissionId must be a UUIDv7, made when the game ended, not "${id.slice(0, 40)}"`;
  }
  const ageMs = now.getTime() - timeOfId(id).getTime();
  if (ageMs > MAX_AGE_MS) return 'submissionId is of a game that ended more than a day ago';
  if (ageMs < -MAX_AHEAD_MS) return 'submissionId is of a game that ends in the future';
  return undefined;
}

export function timeOfId(id: string): Date {
  const high = Number.parseInt(id.slice(0, HIGH_DIGITS), HEX);
  const low = Number.parseInt(id.slice(HIGH_DIGITS + 1, TIME_DIGITS + 1), HEX);
  return new Date(high * HEX ** LOW_DIGITS + low);
}

/** The least id of a moment: ids from then on are not less. */
export function leastIdAt(at: Date): string {
  const digits = Math.max(0, at.getTime()).toString(HEX).padStart(TIME_DIGITS, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}
