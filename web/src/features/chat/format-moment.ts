import dayjs from 'dayjs';
import { formatDay } from '../../shared/format/date.ts';

/** 13:05 */
export function formatClock(at: string): string {
  return dayjs(at).format('HH:mm');
}

/** The day in the reader's time zone, to tell days apart. */
export function dayOf(at: string): string {
  return dayjs(at).format('YYYY-MM-DD');
}

/** Today as a time, this week as a day, earlier as a date. */
export function formatMoment(at: string): string {
  const moment = dayjs(at);
  if (moment.isSame(dayjs(), 'day')) return moment.format('HH:mm');
  if (moment.isAfter(dayjs().subtract(6, 'day'))) return moment.format('ddd');
  return moment.format(moment.isSame(dayjs(), 'year') ? 'D MMM' : 'D MMM YYYY');
}

/** Today, Yesterday, or Sunday, 1 March (with its year if it is another one). */
export function nameOfDay(at: string): string {
  const moment = dayjs(at);
  if (moment.isSame(dayjs(), 'day')) return 'Today';
  if (moment.isSame(dayjs().subtract(1, 'day'), 'day')) return 'Yesterday';
  return moment.isSame(dayjs(), 'year') ? formatDay(at) : moment.format('dddd, D MMMM YYYY');
}
