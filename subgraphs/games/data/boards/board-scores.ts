import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { expiryOf, type Board } from '../../domain/boards.ts';
import {
  bucketOf,
  countDown,
  NUMBER_BYTES,
  scoreFormOf,
  TIME_BYTES,
  type ScoreForm,
} from '../../domain/place.ts';
import { REGIONS, type Region } from '../../domain/player.ts';
import type { TakeTurns } from '#platform/resilience/turns.ts';
import { inChunks } from './in-chunks.ts';
import {
  fieldOf,
  knownKey,
  numberOfRegion,
  reachedByFewKey,
  reachedPrefix,
  regionKeys,
} from './board-keys.ts';

const regionsFile = new URL('./regions.lua', import.meta.url);
const markFile = new URL('./mark.lua', import.meta.url);
const addScript = luaScript(regionsFile, markFile, new URL('./add-scores.lua', import.meta.url));
const setScript = luaScript(regionsFile, markFile, new URL('./set-places.lua', import.meta.url));

/** Bounds how long other commands wait for one script: about a millisecond. */
const PLAYERS_PER_CALL = 128;

const isTimed = ({ scale }: ScoreForm): boolean => scale > 1;

/** Where the scripts look for times that are not in scores. */
const reachedOf = (form: ScoreForm, group: string): string =>
  isTimed(form) ? reachedByFewKey(group) : reachedPrefix(group);

export interface AddedScore {
  playerNumber: number;
  region: Region;
  /** When the game was accepted. */
  at: Date;
  /** What it adds on this board. */
  points: number;
  /** Whether its effect on the rank is wanted. */
  isTracked: boolean;
}

/** The first of a board: who comes among them is told, and their snapshot is public. */
export const FIRST_PLACES = 100;

/** What a score led to. Ranks are from 1, and there when they were asked for or may be among the first. */
export interface CountedEffect {
  total: number;
  /** Undefined is a first game, too. */
  rankBefore: number | undefined;
  rankAfter: number | undefined;
  rankInRegion: number | undefined;
}

/**
 * ADDED is a score whose rank nobody asked for, and that is not among the first; COUNTED one that the board has as its
 * player's newest; OVERTAKEN one that comes after a newer one.
 */
export type ScoreEffect = CountedEffect | 'ADDED' | 'COUNTED' | 'OVERTAKEN';

/**
 * Adds points to the board of all regions and to those of each, in the order given; a player's must be in the order of their
 * times. One answer a score, or undefined when the group is not known here and has to be rebuilt: then some may have been
 * added.
 */
export async function addScores(
  redis: Redis,
  board: Board,
  scores: readonly AddedScore[],
  takeTurns: TakeTurns = (work) => work(),
): Promise<ScoreEffect[] | undefined> {
  const { group, period } = board;
  const form = scoreFormOf(period);
  const keys = [...regionKeys(group), knownKey(group), reachedOf(form, group)];
  const expiresAt = expiryOf(board)?.getTime() ?? 0;
  const effects: ScoreEffect[] = [];
  for (const call of inCalls(scores)) {
    const { order, counts } = sortByRegion(call);
    const args = [expiresAt, FIRST_PLACES, form.scale, form.base, counts];
    const told = (await takeTurns(() =>
      addScript(redis, keys, [...args, packScores(form, call, order)]),
    )) as (number | string)[];
    if (told.length === 1) return undefined;
    effects.push(...readEffects(told, order));
  }
  return effects;
}

/** Positions in a list of at most 255 players by their regions, and how many are of each. */
function sortByRegion(players: readonly { region: Region }[]): { order: number[]; counts: Buffer } {
  const positions = REGIONS.map((): number[] => []);
  for (const [position, { region }] of players.entries()) {
    const ofRegion = positions[numberOfRegion(region) - 1];
    if (ofRegion === undefined) throw new Error(`no region is called ${region}`);
    ofRegion.push(position);
  }
  return { order: positions.flat(), counts: Buffer.from(positions.map(({ length }) => length)) };
}

/** Lists of which each has a player once: a script looks up all of its players before it adds anything. */
function inCalls(scores: readonly AddedScore[]): AddedScore[][] {
  const calls: AddedScore[][] = [];
  let players = new Set<number>();
  for (const score of scores) {
    if (
      calls.length === 0 ||
      players.size === PLAYERS_PER_CALL ||
      players.has(score.playerNumber)
    ) {
      calls.push([]);
      players = new Set();
    }
    players.add(score.playerNumber);
    calls.at(-1)?.push(score);
  }
  return calls;
}

const POINTS_BYTES = 6;
/** And digits of bucket and field, of up to 10 and 3, with a zero byte each. */
const MOST_RECORD_BYTES = TIME_BYTES + NUMBER_BYTES + POINTS_BYTES + 1 + 15;

/** As add-scores.lua reads it. */
function packScores(
  form: ScoreForm,
  scores: readonly AddedScore[],
  order: readonly number[],
): Buffer {
  const packed = Buffer.allocUnsafe(scores.length * MOST_RECORD_BYTES);
  const hasBuckets = !isTimed(form);
  let at = 0;
  for (const position of order) {
    const score = scores[position] as AddedScore;
    const { playerNumber } = score;
    at = packed.writeUIntBE(countDown(score.at.getTime()), at, TIME_BYTES);
    at = packed.writeUIntBE(playerNumber, at, NUMBER_BYTES);
    at = packed.writeUIntBE(score.points, at, POINTS_BYTES);
    at = packed.writeUInt8(score.isTracked ? 1 : 0, at);
    if (hasBuckets) {
      const digits = `${bucketOf(playerNumber)}\0${fieldOf(playerNumber)}\0`;
      at += packed.write(digits, at, 'latin1');
    }
  }
  return packed.subarray(0, at);
}

const ANSWERS_PER_SCORE = 5;
const COUNTED = -1;
const OVERTAKEN = -2;

/** Of scores that there is nothing to tell of, the script says nothing. */
function readEffects(told: readonly (number | string)[], order: readonly number[]): ScoreEffect[] {
  const effects = Array.from(order, (): ScoreEffect => 'ADDED');
  for (let at = 0; at < told.length; at += ANSWERS_PER_SCORE) {
    const [place, total, before, after, inRegion] = told
      .slice(at, at + ANSWERS_PER_SCORE)
      .map(Number) as [number, number, number, number, number];
    const position = order[place] as number;
    if (total === COUNTED) effects[position] = 'COUNTED';
    else if (total === OVERTAKEN) effects[position] = 'OVERTAKEN';
    else {
      effects[position] = {
        total,
        rankBefore: toRank(before),
        rankAfter: toRank(after),
        rankInRegion: toRank(inRegion),
      };
    }
  }
  return effects;
}

const toRank = (place: number): number | undefined => (place === -1 ? undefined : place + 1);

/** What PostgreSQL says of a player on a board. */
export interface StoredPlace {
  playerNumber: number;
  region: Region;
  /** Undefined takes the player off. */
  points: number | undefined;
  reachedAt: Date;
  /** The newest game that PostgreSQL knew of when it said so, those that were removed included. */
  newestAt: Date;
}

/**
 * Writes places, and returns the players of whom the board has something newer: those are left as they are. A board that is
 * known and turns out to have lost a part is not known any more.
 */
export async function setPlaces(
  redis: Redis,
  board: Board,
  places: readonly StoredPlace[],
): Promise<number[]> {
  const { group, period } = board;
  const form = scoreFormOf(period);
  const keys = [...regionKeys(group), knownKey(group), reachedOf(form, group)];
  const expiresAt = expiryOf(board)?.getTime() ?? 0;
  const newer: number[] = [];
  for (const chunk of inChunks(places, PLAYERS_PER_CALL)) {
    const { order, counts } = sortByRegion(chunk);
    const args = [expiresAt, form.scale, form.base, counts, packPlaces(chunk, order)];
    const positions = (await setScript(redis, keys, args)) as number[];
    for (const position of positions) {
      newer.push((chunk[order[position] as number] as StoredPlace).playerNumber);
    }
  }
  return newer;
}

/** As set-places.lua reads it. */
const PLACE_BYTES = 30;
const OFF = -1;

function packPlaces(places: readonly StoredPlace[], order: readonly number[]): Buffer {
  const packed = Buffer.allocUnsafe(places.length * PLACE_BYTES);
  let at = 0;
  for (const position of order) {
    const place = places[position] as StoredPlace;
    at = packed.writeUIntBE(countDown(place.reachedAt.getTime()), at, TIME_BYTES);
    at = packed.writeUIntBE(place.playerNumber, at, NUMBER_BYTES);
    at = packed.writeUIntBE(countDown(place.newestAt.getTime()), at, TIME_BYTES);
    at = packed.writeDoubleBE(place.points ?? OFF, at);
    at = packed.writeUInt32BE(bucketOf(place.playerNumber), at);
    at = packed.writeUInt8(fieldOf(place.playerNumber), at);
  }
  return packed;
}
