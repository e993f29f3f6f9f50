/** Hours of the day in UTC, from the first to before the last, and their part of all messages. */
const HOURS: readonly { from: number; hours: number; share: number }[] = [
  // From 9 to 23: 70 %, most of it in the evening.
  { from: 9, hours: 3, share: 0.12 },
  { from: 12, hours: 2, share: 0.12 },
  { from: 14, hours: 4, share: 0.16 },
  { from: 18, hours: 4, share: 0.26 },
  { from: 22, hours: 1, share: 0.04 },
  // Overnight: 30 %, less the later it gets.
  { from: 23, hours: 2, share: 0.12 },
  { from: 1, hours: 5, share: 0.06 },
  { from: 6, hours: 3, share: 0.12 },
];
const HOURS_A_DAY = 24;

/** A time of the day in hours, for a place from 0 to 1 among a day's messages. */
export function hourOfTalk(place: number): number {
  let before = 0;
  for (const { from, hours, share } of HOURS) {
    if (place < before + share) return (from + ((place - before) / share) * hours) % HOURS_A_DAY;
    before += share;
  }
  return HOURS[0]?.from ?? 0;
}
