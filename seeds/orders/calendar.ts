import { YEAR_MS } from '../plan.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAYS = YEAR_MS / DAY_MS;

const HOLIDAY_SEASON_SHARE = 0.4;
const EVENING_SHARE = 0.3;
const EVENING_HOURS = new Set([19, 20, 21]);
const WEEKEND_WEIGHT = 1.2;
/** Of the hours outside the evening, from midnight on, against each other. */
const HOUR_WEIGHTS = [
  2, 1.2, 1, 1, 1, 1.2, 1.8, 2.6, 3.4, 4, 4.4, 4.6, 5, 4.8, 4.6, 4.6, 4.8, 5, 5.2, 0, 0, 0, 5, 2.8,
];

/** Where in the year before `until` a share of all orders has been placed. */
export type Calendar = (share: number) => Date;

/** 40 % of the orders fall into November and December, 30 % of a day's between 19 and 22 o'clock UTC. */
export function createCalendar(until: Date): Calendar {
  const start = until.getTime() - YEAR_MS;
  const days = spread(
    Array.from({ length: DAYS }, (_, day) => dayWeight(new Date(start + day * DAY_MS))),
    (day) => isHolidaySeason(new Date(start + day * DAY_MS)),
    HOLIDAY_SEASON_SHARE,
  );
  const hours = spread(
    HOUR_WEIGHTS.map((weight, hour) => (EVENING_HOURS.has(hour) ? 1 : weight)),
    (hour) => EVENING_HOURS.has(hour),
    EVENING_SHARE,
  );
  // The year may begin in the middle of a day: hours count from there.
  const firstHour = new Date(start).getUTCHours();
  const shifted = [...hours.slice(firstHour), ...hours.slice(0, firstHour)];

  const dayEnds = accumulate(days);
  const hourEnds = accumulate(shifted);
  return (share) => {
    const day = locate(dayEnds, share);
    const hour = locate(hourEnds, day.rest);
    return new Date(
      start + day.index * DAY_MS + hour.index * HOUR_MS + Math.floor(hour.rest * HOUR_MS),
    );
  };
}

function isHolidaySeason(day: Date): boolean {
  return day.getUTCMonth() >= 10;
}

function dayWeight(day: Date): number {
  return day.getUTCDay() % 6 === 0 ? WEEKEND_WEIGHT : 1;
}

/** Scales weights so that those chosen have `share` of the whole, which is 1. */
function spread(
  weights: readonly number[],
  isChosen: (index: number) => boolean,
  share: number,
): number[] {
  const sum = (chosen: boolean) =>
    weights.reduce(
      (total, weight, index) => (isChosen(index) === chosen ? total + weight : total),
      0,
    );
  const [chosen, others] = [sum(true), sum(false)];
  return weights.map((weight, index) =>
    isChosen(index) ? (weight * share) / chosen : (weight * (1 - share)) / others,
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
