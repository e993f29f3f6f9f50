import { parseArgs } from 'node:util';
import { firstIdOf, NIL_ID, type Range } from './invariant.ts';

export const USAGE = `npm run invariants [-- <option>…]
  --since <1h|30m|2d|time>   only orders placed since; all of them when left out
  --orders <file>            a file of order ids, one a line, that were answered: each has to be there and to have ended
  --settle-ms <5000>         what is eventual and broken is looked at again after this
  --saga-limit-ms <60000>    an order or event that has not moved for longer is stuck
  --json                     the findings as JSON`;

export interface InvariantOptions {
  range: Omit<Range, 'giveUpMs' | 'seededUntilId'>;
  settleMs: number;
  ordersFile: string | undefined;
  isJson: boolean;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Throws with what was expected when one is wrong. */
export function readArguments(words: readonly string[], now: Date): InvariantOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      since: { type: 'string' },
      orders: { type: 'string' },
      'settle-ms': { type: 'string', default: '5000' },
      'saga-limit-ms': { type: 'string', default: '60000' },
      json: { type: 'boolean', default: false },
    },
  });
  const since = values.since === undefined ? undefined : readMoment(values.since, now);
  return {
    range: {
      sinceId: since === undefined ? NIL_ID : firstIdOf(since),
      isPartial: since !== undefined,
      now,
      sagaLimitMs: readCount('--saga-limit-ms', values['saga-limit-ms']),
    },
    settleMs: readCount('--settle-ms', values['settle-ms']),
    ordersFile: values.orders,
    isJson: values.json,
  };
}

function readMoment(text: string, now: Date): Date {
  const [, count, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const ago = UNIT_MS[unit ?? ''];
  if (count !== undefined && ago !== undefined)
    return new Date(now.getTime() - Number(count) * ago);
  const moment = new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new Error(
    `--since is ${text}: expected an age such as 30m, 1h or 2d, or a time in ISO 8601`,
  );
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Error(`${name} is ${text}: expected a whole number of milliseconds from 0`);
}
