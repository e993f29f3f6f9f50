import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime.js';

dayjs.extend(relativeTime);

/** 1 Mar 2026, 13:05 in the reader's time zone. */
export function formatDateTime(at: string): string {
  return dayjs(at).format('D MMM YYYY, HH:mm');
}

export function formatTime(at: string): string {
  return dayjs(at).format('HH:mm:ss');
}

/** Sunday, 1 March */
export function formatDay(at: string): string {
  return dayjs(at).format('dddd, D MMMM');
}

export function formatRelative(at: string): string {
  return dayjs(at).fromNow();
}

/** The bounds of a day in the reader's time zone, as instants; the end is the start of the next day. */
export function dayBounds(day: string): { from: string; before: string } {
  const start = dayjs(day).startOf('day');
  return { from: start.toISOString(), before: start.add(1, 'day').toISOString() };
}
