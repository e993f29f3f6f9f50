import { parseArgs } from 'node:util';
import { SEED_PARTS, type SeedPart } from './loading/seed-step.ts';
import { DEFAULT_SEED, DEFAULT_UNTIL, DEMO_SCALE, type SeedPlan } from './plan.ts';

export const USAGE = `npm run seed -- --scale <n> [--parts <part>,…] [--seed <number>] [--until <date>]

  --scale   1 makes 100,000 users, 50,000 products and 10,000,000 orders; ${DEMO_SCALE} is the demo
  --parts   what to make: ${SEED_PARTS.join(', ')} (default shop). At scale 1 games are 10,000,000 players with
            500,000,000 games, chat is 500,000 conversations with 50,000,000 messages
  --seed    chooses among shops of one size (default ${DEFAULT_SEED})
  --until   the orders are those of the year before (default ${DEFAULT_UNTIL.toISOString()}; "now" works too)

The same scale, seed and end make the same rows, but for the hashes of passwords.`;

const MAX_SCALE = 100;

/** A mistake in what was typed. */
export class ArgumentError extends Error {
  override name = 'ArgumentError';
}

export function readArguments(
  words: readonly string[],
  now: Date,
): SeedPlan & { parts: SeedPart[] } {
  const { scale, parts, seed, until } = parse(words);
  if (scale === undefined) throw new ArgumentError('--scale is missing');
  return {
    scale: readNumber('--scale', scale, Number.MIN_VALUE, MAX_SCALE),
    seed: readSeed(seed ?? String(DEFAULT_SEED)),
    until: readUntil(until, now),
    parts: readParts(parts),
  };
}

function parse(words: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...words],
      options: { scale: text, parts: text, seed: text, until: text },
    }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(name: string, text: string, min: number, max: number): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= min && number <= max) return number;
  throw new ArgumentError(`${name} must be a number above 0 and up to ${max}, not ${text}`);
}

function readParts(text = 'shop'): SeedPart[] {
  const words = text.split(',');
  const wrong = words.find((word) => !SEED_PARTS.some((part) => part === word));
  if (wrong === undefined) return SEED_PARTS.filter((part) => words.includes(part));
  throw new ArgumentError(`--parts must name some of ${SEED_PARTS.join(', ')}, not "${wrong}"`);
}

function readSeed(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number < 2 ** 31) return number;
  throw new ArgumentError(`--seed must be a whole number from 0 to ${2 ** 31 - 1}, not ${text}`);
}

export function startOfHour(time: Date): Date {
  const hour = new Date(time);
  hour.setUTCMinutes(0, 0, 0);
  return hour;
}

function readUntil(text: string | undefined, now: Date): Date {
  if (text === undefined) return DEFAULT_UNTIL;
  // Whole hours keep the hours of the day apart.
  const until = text === 'now' ? startOfHour(now) : new Date(text);
  if (!Number.isNaN(until.getTime())) return until;
  throw new ArgumentError(`--until must be a date such as 2026-11-01, or now, not ${text}`);
}
