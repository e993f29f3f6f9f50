import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { expiryOf, type Board } from '../../domain/boards.ts';
import { bucketOf, MEMBER_BYTES, writeMember, writeTime } from '../../domain/member.ts';
import type { Region } from '../../domain/player.ts';
import type { TakeTurns } from '#platform/resilience/turns.ts';
import { inChunks } from './in-chunks.ts';
import { fieldOf, knownKey, numberOfRegion, reachedPrefix, regionKeys } from './board-keys.ts';

const regionsFile = new URL('./regions.lua', import.meta.url);
const addScript = luaScript(regionsFile, new URL('./add-scores.lua', import.meta.url));
const setScript = luaScript(regionsFile, new URL('./set-places.lua', import.meta.url));

/** Bounds how long other commands wait for one script: about a millisecond. */
const PLAYERS_PER_CALL = 100;

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
  const { group } = board;
  const keys = [...regionKeys(group), knownKey(group), reachedPrefix(group)];
  const expiresAt = expiryOf(board)?.getTime() ?? 0;
  const effects: ScoreEffect[] = [];
  for (const call of inCalls(scores)) {
    const told = (await takeTurns(() =>
      addScript(redis, keys, [expiresAt, FIRST_PLACES, packScores(call)]),
    )) as (number | string)[];
    if (told.length === 1) return undefined;
    effects.push(...readEffects(told, call.length));
  }
  return effects;
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

/** Digits of points, bucket and field, the latter of up to 10, 10 and 3, with a zero byte each, and what is around them. */
const MOST_RECORD_BYTES = MEMBER_BYTES + 26 + 2;

/** As add-scores.lua reads it. */
function packScores(scores: readonly AddedScore[]): Buffer {
  const packed = Buffer.allocUnsafe(scores.length * MOST_RECORD_BYTES);
  let at = 0;
  for (const { playerNumber, region, at: reachedAt, points, isTracked } of scores) {
    writeMember(packed, at, playerNumber, reachedAt.getTime());
    const digits = `${points}\0${bucketOf(playerNumber)}\0${fieldOf(playerNumber)}\0`;
    at += MEMBER_BYTES;
    at += packed.write(digits, at, 'latin1');
    packed[at++] = numberOfRegion(region);
    packed[at++] = isTracked ? 1 : 0;
  }
  return packed.subarray(0, at);
}

const ANSWERS_PER_SCORE = 5;
const COUNTED = -1;
const OVERTAKEN = -2;

/** Of scores that there is nothing to tell of, the script says nothing. */
function readEffects(told: readonly (number | string)[], count: number): ScoreEffect[] {
  const effects = Array.from({ length: count }, (): ScoreEffect => 'ADDED');
  for (let at = 0; at < told.length; at += ANSWERS_PER_SCORE) {
    const [position, total, before, after, inRegion] = told
      .slice(at, at + ANSWERS_PER_SCORE)
      .map(Number) as [number, number, number, number, number];
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

/** Writes places, and returns the players of whom the board has something newer: those are left as they are. */
export async function setPlaces(
  redis: Redis,
  board: Board,
  places: readonly StoredPlace[],
): Promise<number[]> {
  const keys = [...regionKeys(board.group), reachedPrefix(board.group)];
  const expiresAt = expiryOf(board)?.getTime() ?? 0;
  const newer: number[] = [];
  for (const chunk of inChunks(places, PLAYERS_PER_CALL)) {
    const positions = (await setScript(redis, keys, [expiresAt, packPlaces(chunk)])) as number[];
    for (const position of positions) newer.push((chunk[position] as StoredPlace).playerNumber);
  }
  return newer;
}

/** As set-places.lua reads it. */
const PLACE_BYTES = 31;
const OFF = -1;

function packPlaces(places: readonly StoredPlace[]): Buffer {
  const packed = Buffer.allocUnsafe(places.length * PLACE_BYTES);
  let at = 0;
  for (const { playerNumber, region, points, reachedAt, newestAt } of places) {
    writeMember(packed, at, playerNumber, reachedAt.getTime());
    writeTime(packed, at + MEMBER_BYTES, newestAt.getTime());
    packed.writeDoubleBE(points ?? OFF, at + 17);
    packed.writeUInt32BE(bucketOf(playerNumber), at + 25);
    packed.writeUInt8(fieldOf(playerNumber), at + 29);
    packed.writeUInt8(numberOfRegion(region), at + 30);
    at += PLACE_BYTES;
  }
  return packed;
}
