import type { Period, Window } from './periods.ts';

/**
 * A place on a board is a member of a sorted set with a score. More points come first, of equal points those that were
 * reached first, and of one millisecond the greater number; Redis orders by the score, and equal scores by the members'
 * bytes. There are two ways to write that:
 *
 * - On a board of a window that ends the score is the points, and below them how much of the window was left when they were
 *   reached. The member is the player's number: it stays, whatever the player gains.
 * - A double has 53 bits, and milliseconds of all time take 41 of them. On boards without an end, on those of events, and for
 *   players with so many points that the score has no room for a time, the score is the points alone. The member begins with
 *   the time, counted down, so that who reached the points first has the greater member.
 *
 * Which of the two a place is follows from its points, so that equal points are written alike.
 */
export const NUMBER_BYTES = 5;
export const TIME_BYTES = 6;
const MEMBER_BYTES = TIME_BYTES + NUMBER_BYTES;

const LAST_TIME = 2 ** (8 * TIME_BYTES) - 1;
export const MAX_PLAYER_NUMBER = 2 ** (8 * NUMBER_BYTES) - 1;

/** Bits that hold the milliseconds of a window. */
const TIME_BITS: Record<Window, number> = {
  ALL_TIME: 0,
  DAILY: 27,
  WEEKLY: 30,
  MONTHLY: 32,
  SEASONAL: 33,
};

/** How points and time make a score on a board. */
export interface ScoreForm {
  /** What points are multiplied by; 1 when times are in members alone. */
  scale: number;
  /** A time, counted down, is this and what is added to the points. */
  base: number;
}

const POINTS_ALONE: ScoreForm = { scale: 1, base: 0 };

export function scoreFormOf({ window, startsAt }: Period): ScoreForm {
  const scale = 2 ** TIME_BITS[window];
  if (startsAt === undefined || scale === 1) return POINTS_ALONE;
  return { scale, base: countDown(startsAt.getTime()) - (scale - 1) };
}

/** Points from which on a score has no room for a time. */
export const leastWithoutRoom = ({ scale }: ScoreForm): number => 2 ** 53 / scale;

/** A time (ms) as places hold it: the later, the less. */
export const countDown = (ms: number): number => LAST_TIME - ms;

/** Players whose last times share one small hash: Redis keeps up to 128 fields of a hash as a list of bytes. */
export const PLAYERS_PER_BUCKET = 128;

/** Where a board whose members hold times keeps when a player reached its points. */
export const bucketOf = (playerNumber: number): number =>
  Math.floor(playerNumber / PLAYERS_PER_BUCKET);

/** A player's number as members hold it. */
export function numberBytes(playerNumber: number): Buffer {
  const bytes = Buffer.allocUnsafe(NUMBER_BYTES);
  bytes.writeUIntBE(playerNumber, 0, NUMBER_BYTES);
  return bytes;
}

export interface WrittenPlace {
  playerNumber: number;
  points: number;
  reachedAt: Date;
}

/** What a member and its score say. */
export function readPlace(form: ScoreForm, member: Buffer, score: number): WrittenPlace {
  if (member.length === MEMBER_BYTES) {
    return {
      playerNumber: member.readUIntBE(TIME_BYTES, NUMBER_BYTES),
      points: score / form.scale,
      reachedAt: new Date(LAST_TIME - member.readUIntBE(0, TIME_BYTES)),
    };
  }
  const below = score % form.scale;
  return {
    playerNumber: member.readUIntBE(0, NUMBER_BYTES),
    points: (score - below) / form.scale,
    reachedAt: new Date(LAST_TIME - form.base - below),
  };
}
