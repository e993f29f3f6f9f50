const MAX_NAME = 80;
const MIN_LENGTH_MS = 60_000;
const MAX_LENGTH_MS = 31 * 86_400_000;
const MAX_AHEAD_MS = 366 * 86_400_000;
export const MAX_MULTIPLIER = 10;

/** What is wrong with an event, for people; nothing when it will do. */
export function findEventFault(
  event: { name: string; startsAt: Date; endsAt: Date; multiplier: number },
  earliestStart: Date,
): string | undefined {
  const { name, startsAt, endsAt, multiplier } = event;
  if (name.trim().length < 1 || name.length > MAX_NAME) {
    return `name must have 1 to ${MAX_NAME} characters`;
  }
  if (!Number.isInteger(multiplier) || multiplier < 1 || multiplier > MAX_MULTIPLIER) {
    return `multiplier must be from 1 to ${MAX_MULTIPLIER}, not ${multiplier}`;
  }
  if (startsAt < earliestStart) {
    return `startsAt must be ${earliestStart.toISOString()} or later: every server has to know the event by then`;
  }
  if (startsAt.getTime() - earliestStart.getTime() > MAX_AHEAD_MS) {
    return 'startsAt must be within a year';
  }
  const lengthMs = endsAt.getTime() - startsAt.getTime();
  if (lengthMs >= MIN_LENGTH_MS && lengthMs <= MAX_LENGTH_MS) return undefined;
  return 'endsAt must be from one minute to 31 days after startsAt';
}
