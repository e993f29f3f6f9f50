import type { LeaderboardWindow } from '#schema/operations/generated/graphql.ts';

/** Periods that one can choose from, the current one included; those before are a step back from the last, or in the address. */
const LISTED: Readonly<Record<LeaderboardWindow, number>> = {
  ALL_TIME: 0,
  DAILY: 31,
  WEEKLY: 26,
  MONTHLY: 24,
  SEASONAL: 8,
};
const MONTHS_A_SEASON = 3;
const WEEK_DAYS = 7;
const THURSDAY = 4;

export type PeriodOption = {
  /** As the graph calls it: 2026-03-01, 2026-W09, 2026-03 or S1-2026. */
  readonly name: string;
  readonly label: string;
};

/** The current period of a window and those before it, the newest first. */
export function recentPeriods(window: LeaderboardWindow, now: Date): PeriodOption[] {
  const options: PeriodOption[] = [];
  let start = startOf(window, now);
  while (options.length < LISTED[window]) {
    options.push({ name: nameOf(window, start), label: labelOf(window, start) });
    start = startOf(window, new Date(start.getTime() - 1));
  }
  return options;
}

/** A period that is over, as somebody wrote its name; undefined when it is none, runs, or is to come. */
export function findPastPeriod(
  window: LeaderboardWindow,
  name: string,
  now: Date,
): PeriodOption | undefined {
  const start = startOfNamed(window, name);
  if (!start || start >= startOf(window, now)) return undefined;
  return { name, label: labelOf(window, start) };
}

/** The name of the period before or after; undefined where that is the current one, or to come. */
export function neighbourOf(
  window: LeaderboardWindow,
  name: string | undefined,
  side: 'before' | 'after',
  now: Date,
): string | undefined {
  const start = (name && startOfNamed(window, name)) || startOf(window, now);
  const next =
    side === 'before'
      ? startOf(window, new Date(start.getTime() - 1))
      : startOf(window, shift(start, window));
  return findPastPeriod(window, nameOf(window, next), now)?.name;
}

/** Some instant of the period that follows. */
function shift(start: Date, window: LeaderboardWindow): Date {
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  if (window === 'DAILY') return utc(year, month, day + 1);
  if (window === 'WEEKLY') return utc(year, month, day + WEEK_DAYS);
  return utc(year, month + (window === 'MONTHLY' ? 1 : MONTHS_A_SEASON));
}

function startOf(window: LeaderboardWindow, at: Date): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (window === 'DAILY') return utc(year, month, day);
  if (window === 'WEEKLY') return utc(year, month, day - ((at.getUTCDay() + 6) % WEEK_DAYS));
  if (window === 'MONTHLY') return utc(year, month);
  return utc(year, month - (month % MONTHS_A_SEASON));
}

function nameOf(window: LeaderboardWindow, start: Date): string {
  const date = start.toISOString();
  if (window === 'DAILY') return date.slice(0, 'yyyy-mm-dd'.length);
  if (window === 'MONTHLY') return date.slice(0, 'yyyy-mm'.length);
  if (window === 'SEASONAL') return `S${seasonOf(start)}-${start.getUTCFullYear()}`;
  const { year, week } = isoWeek(start);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function startOfNamed(window: LeaderboardWindow, name: string): Date | undefined {
  const start = parse(window, name);
  if (!start || Number.isNaN(start.getTime())) return undefined;
  // 31 February and the 54th week are of another period.
  return nameOf(window, start) === name ? start : undefined;
}

function parse(window: LeaderboardWindow, name: string): Date | undefined {
  if (window === 'DAILY') return new Date(`${name}T00:00:00Z`);
  if (window === 'MONTHLY') return new Date(`${name}-01T00:00:00Z`);
  const [, first = '', second = ''] = /^([^-]+)-([^-]+)$/.exec(name) ?? [];
  if (window === 'WEEKLY') {
    // 4 January is in every year's first week.
    const firstWeek = startOf('WEEKLY', utc(Number(first), 0, 4));
    return new Date(firstWeek.getTime() + (Number(second.slice(1)) - 1) * WEEK_DAYS * 86_400_000);
  }
  if (window === 'SEASONAL') {
    return utc(Number(second), (Number(first.slice(1)) - 1) * MONTHS_A_SEASON);
  }
  return undefined;
}

/** ISO 8601: a week is of the year that its Thursday is in. */
function isoWeek(monday: Date): { year: number; week: number } {
  const thursday = new Date(monday.getTime() + (THURSDAY - 1) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - utc(year, 0).getTime()) / 86_400_000;
  return { year, week: Math.floor(days / WEEK_DAYS) + 1 };
}

function labelOf(window: LeaderboardWindow, start: Date): string {
  if (window === 'DAILY') {
    return write(start, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  }
  if (window === 'MONTHLY') return write(start, { month: 'long', year: 'numeric' });
  if (window === 'SEASONAL') return `Season ${seasonOf(start)}, ${start.getUTCFullYear()}`;
  return `Week from ${write(start, { day: 'numeric', month: 'short', year: 'numeric' })}`;
}

function write(date: Date, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(date);
}

const seasonOf = (start: Date) => start.getUTCMonth() / MONTHS_A_SEASON + 1;
const utc = (year: number, month: number, day = 1) => new Date(Date.UTC(year, month, day));
