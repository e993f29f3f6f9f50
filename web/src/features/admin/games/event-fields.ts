import type { ScheduleGameEventInput } from '#schema/operations/generated/graphql.ts';

export type EventFields = {
  name: string;
  modeId: string | null;
  /** As the input of the browser has it, in the reader's time zone; empty is in half a minute. */
  startsAt: string;
  hours: number | string;
  multiplier: number | string;
};

export const EMPTY_EVENT: EventFields = {
  name: '',
  modeId: null,
  startsAt: '',
  hours: 48,
  multiplier: 2,
};

/** An event starts ten seconds from now at the soonest; this leaves time for the request. */
const SOONEST_MS = 30_000;
const HOUR_MS = 3_600_000;
const MONTH_HOURS = 31 * 24;
const MAX_MULTIPLIER = 10;

export const validateEvent = {
  name: (name: string) =>
    name.trim().length >= 1 && name.trim().length <= 80 ? null : '1 to 80 characters',
  modeId: (id: string | null) => (id ? null : 'Choose a mode'),
  startsAt: (text: string) =>
    text === '' || !Number.isNaN(new Date(text).getTime()) ? null : 'A date and a time',
  hours: (hours: number | string) =>
    typeof hours === 'number' && hours > 0 && hours <= MONTH_HOURS
      ? null
      : `More than 0, up to ${MONTH_HOURS}`,
  multiplier: (times: number | string) =>
    Number.isSafeInteger(times) && Number(times) >= 1 && Number(times) <= MAX_MULTIPLIER
      ? null
      : `1 to ${MAX_MULTIPLIER}`,
};

export function toEventInput(fields: EventFields, now: Date): ScheduleGameEventInput {
  const { name, modeId, startsAt, hours, multiplier } = fields;
  const starts = startsAt === '' ? new Date(now.getTime() + SOONEST_MS) : new Date(startsAt);
  return {
    name: name.trim(),
    modeId: modeId ?? '',
    startsAt: starts.toISOString(),
    endsAt: new Date(starts.getTime() + Number(hours) * HOUR_MS).toISOString(),
    multiplier: Number(multiplier),
  };
}
