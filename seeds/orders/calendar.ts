import { YEAR_MS } from '../plan.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURS = YEAR_MS / HOUR_MS;

const HOLIDAY_SEASON_SHARE = 0.4;
const EVENING_SHARE = 0.3;
const EVENING_HOURS = new Set([19, 20, 21]);
const WEEKEND_WEIGHT = 1.2;
/** Black Friday and Cyber Monday, beside a working day of their season. */
const SALE_DAY_WEIGHT = 5;
/** Of the hours outside the evening, from midnight on, against each other. The least has a tenth of an evening hour. */
const HOUR_WEIGHTS = [
  2, 1.2, 1, 1, 1, 1.2, 1.8, 2.6, 3.4, 4, 4.4, 4.6, 5, 4.8, 4.6, 4.6, 4.8, 5, 5.2, 0, 0, 0, 5, 2.8,
];

/** Where in the year before `until` a share of all orders has been placed. */
export type Calendar = (share: number) => Date;

/**
 * 40 % of the orders fall into November and December, 30 % of a day's between 19 and 22 o'clock UTC, and the two days
 * of the great sales have five times the orders of others. The year begins at a full hour.
 */
export function createCalendar(until: Date): Calendar {
  const start = until.getTime() - YEAR_MS;
  const hourShares = spread(
    HOUR_WEIGHTS.map((weight, hour) => (EVENING_HOURS.has(hour) ? 1 : weight)),
    (hour) => EVENING_HOURS.has(hour),
    EVENING_SHARE,
  );
  const timeOf = (hour: number) => new Date(start + hour * HOUR_MS);
  const hours = spread(
    Array.from({ length: HOURS }, (_, hour) => {
      const time = timeOf(hour);
      return dayWeight(time) * (hourShares[time.getUTCHours()] ?? 0);
    }),
    (hour) => isHolidaySeason(timeOf(hour)),
    HOLIDAY_SEASON_SHARE,
  );
  const ends = accumulate(hours);
  return (share) => {
    const { index, rest } = locate(ends, share);
    return new Date(start + index * HOUR_MS + Math.floor(rest * HOUR_MS));
  };
}

export function isHolidaySeason(day: Date): boolean {
  return day.getUTCMonth() >= 10;
}

/** The day after the fourth Thursday of November. */
export function isBlackFriday(day: Date): boolean {
  const date = day.getUTCDate();
  return day.getUTCMonth() === 10 && day.getUTCDay() === 5 && date >= 23 && date <= 29;
}

/** The Monday after it. */
export function isCyberMonday(day: Date): boolean {
  return isBlackFriday(new Date(day.getTime() - 3 * DAY_MS));
}

function dayWeight(day: Date): number {
  if (isBlackFriday(day) || isCyberMonday(day)) return SALE_DAY_WEIGHT;
  return day.getUTCDay() % 6 === 0 ? WEEKEND_WEIGHT : 1;
}

/** Scales weights so that those chosen have `share` of the whole, which is 1. */
function spread(
  weights: readonly number[],
  isChosen: (index: number) => boolean,
  share: number,
): number[] {
  const sums = { chosen: 0, others: 0 };
  weights.forEach((weight, index) => (sums[isChosen(index) ? 'chosen' : 'others'] += weight));
  return weights.map((weight, index) =>
    isChosen(index) ? (weight * share) / sums.chosen : (weight * (1 - share)) / sums.others,
  );
}

function accumulate(shares: readonly number[]): number[] {
  let end = 0;
  return shares.map((share) => (end += share));
}

/** The part that holds a place from 0 to 1, and how far into the part it is. */
function locate(ends: readonly number[], place: number): { index: number; rest: number } {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 1) > place) high = middle;
    else low = middle + 1;
  }
  const begin = low === 0 ? 0 : (ends[low - 1] ?? 0);
  const size = (ends[low] ?? 1) - begin;
  return { index: low, rest: Math.min(Math.max((place - begin) / size, 0), 1 - Number.EPSILON) };
}
