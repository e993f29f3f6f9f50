import type { LeaderboardWindow, Region } from '#schema/operations/generated/graphql.ts';

export const REGION_LABELS: Readonly<Record<Region, string>> = {
  AFRICA: 'Africa',
  ASIA: 'Asia',
  EUROPE: 'Europe',
  NORTH_AMERICA: 'North America',
  OCEANIA: 'Oceania',
  SOUTH_AMERICA: 'South America',
};

export const WINDOW_LABELS: Readonly<Record<LeaderboardWindow, string>> = {
  ALL_TIME: 'All time',
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  SEASONAL: 'Seasonal',
};

/** What the current period of a window is called. */
export const CURRENT_LABELS: Readonly<Record<LeaderboardWindow, string>> = {
  ALL_TIME: 'All time',
  DAILY: 'Today',
  WEEKLY: 'This week',
  MONTHLY: 'This month',
  SEASONAL: 'This season',
};

export const EVENT_STATUS = {
  SCHEDULED: { label: 'To come', color: 'blue' },
  RUNNING: { label: 'Running', color: 'plaza' },
  OVER: { label: 'Over', color: 'gray' },
  CANCELLED: { label: 'Cancelled', color: 'red' },
} as const;

type Option = { value: string; label: string };

export const REGION_OPTIONS: Option[] = toOptions(REGION_LABELS);

function toOptions(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
