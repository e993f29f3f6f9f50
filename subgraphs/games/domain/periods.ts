/** Windows of time, all in UTC. A period's name is part of its boards' keys, so that no job resets a board. */
export const WINDOWS = ['ALL_TIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'SEASONAL'] as const;
export type Window = (typeof WINDOWS)[number];

export interface Period {
  window: Window;
  /** `all`, `2026-03-01`, `2026-W09`, `2026-03` or `S1-2026`. */
  name: string;
  /** Its first instant; undefined for ALL_TIME. */
  startsAt: Date | undefined;
  /** The first instant after it; undefined for ALL_TIME. */
  endsAt: Date | undefined;
}

const DAY_MS = 86_400_000;
const MONTHS_PER_SEASON = 3;
const DAYS_PER_WEEK = 7;
/** ISO 8601: the week with a year's first Thursday is its first. */
const THURSDAY = 4;

const ALL_TIME: Period = {
  window: 'ALL_TIME',
  name: 'all',
  startsAt: undefined,
  endsAt: undefined,
};

/** The period of a window that an instant lies in. */
export function periodAt(window: Window, at: Date): Period {
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth();
  switch (window) {
    case 'ALL_TIME':
      return ALL_TIME;
    case 'DAILY': {
      const start = startOfDay(at);
      return between(window, isoDate(start), start, new Date(start.getTime() + DAY_MS));
    }
    case 'WEEKLY': {
      const start = startOfWeek(at);
      const end = new Date(start.getTime() + DAYS_PER_WEEK * DAY_MS);
      return between(window, isoWeek(start), start, end);
    }
    case 'MONTHLY': {
      const start = utc(year, month);
      return between(window, isoDate(start).slice(0, 7), start, utc(year, month + 1));
    }
    case 'SEASONAL': {
      const season = Math.floor(month / MONTHS_PER_SEASON);
      const start = utc(year, season * MONTHS_PER_SEASON);
      const end = utc(year, (season + 1) * MONTHS_PER_SEASON);
      return between(window, `S${season + 1}-${year}`, start, end);
    }
  }
}

/** The period before one that has a start. */
export function previousPeriod({ window, startsAt }: Period): Period {
  return startsAt === undefined ? ALL_TIME : periodAt(window, new Date(startsAt.getTime() - 1));
}

const NAMES: Record<Window, { form: RegExp; example: string }> = {
  ALL_TIME: { form: /^all$/, example: 'all' },
  DAILY: { form: /^\d{4}-\d\d-\d\d$/, example: '2026-03-01' },
  WEEKLY: { form: /^(\d{4})-W(\d\d)$/, example: '2026-W09' },
  MONTHLY: { form: /^\d{4}-\d\d$/, example: '2026-03' },
  SEASONAL: { form: /^S([1-4])-(\d{4})$/, example: 'S1-2026' },
};

/** The period of that name; undefined when no period of the window is called so. */
export function findPeriod(window: Window, name: string): Period | undefined {
  const match = NAMES[window].form.exec(name);
  if (match === null) return undefined;
  const period = periodAt(window, someInstantOf(window, name, match));
  return period.name === name ? period : undefined;
}

/** How names of a window's periods look. */
export const exampleOf = (window: Window): string => NAMES[window].example;

function someInstantOf(window: Window, name: string, [, first, second]: RegExpExecArray): Date {
  switch (window) {
    case 'ALL_TIME':
      return new Date(0);
    case 'DAILY':
      return new Date(`${name}T00:00:00Z`);
    case 'MONTHLY':
      return new Date(`${name}-01T00:00:00Z`);
    case 'WEEKLY': {
      // 4 January is in every year's first week.
      const firstWeek = startOfWeek(utc(Number(first), 0, THURSDAY));
      return new Date(firstWeek.getTime() + (Number(second) - 1) * DAYS_PER_WEEK * DAY_MS);
    }
    case 'SEASONAL':
      return utc(Number(second), (Number(first) - 1) * MONTHS_PER_SEASON);
  }
}

const between = (window: Window, name: string, startsAt: Date, endsAt: Date): Period => ({
  window,
  name,
  startsAt,
  endsAt,
});

const utc = (year: number, month: number, day = 1): Date => new Date(Date.UTC(year, month, day));

const startOfDay = (at: Date): Date => utc(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());

function startOfWeek(at: Date): Date {
  const daysSinceMonday = (at.getUTCDay() + DAYS_PER_WEEK - 1) % DAYS_PER_WEEK;
  return new Date(startOfDay(at).getTime() - daysSinceMonday * DAY_MS);
}

/** An invalid date has no name, which equals no name that was asked for. */
const isoDate = (at: Date): string =>
  Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);

function isoWeek(monday: Date): string {
  const thursday = new Date(monday.getTime() + (THURSDAY - 1) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - utc(year, 0).getTime()) / DAY_MS;
  const week = 1 + Math.floor(days / DAYS_PER_WEEK);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
