import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { expiryOf, type Board } from '../../domain/boards.ts';
import { bucketOf, MEMBER_BYTES, writeMember, writeTime } from '../../domain/member.ts';
import { inChunks } from './in-chunks.ts';
import { boardKey, fieldOf, knownKey, reachedPrefix } from './board-keys.ts';

const addScript = luaScript(new URL('./add-scores.lua', import.meta.url));
const setScript = luaScript(new URL('./set-places.lua', import.meta.url));

/** Bounds how long other commands wait for one script: about 2 ms. */
const PLAYERS_PER_CALL = 250;

export interface AddedScore {
  playerNumber: number;
  /** When the game was accepted. */
  at: Date;
  /** What it adds on this board. */
  points: number;
  /** Whether its effect on the rank is wanted. */
  isTracked: boolean;
}

/** The first of a board: who comes among them is told, and their snapshot is public. */
export const FIRST_PLACES = 100;

/** What a score led to. Ranks are from 1. */
export interface CountedEffect {
  total: number;
  rankBefore: number | undefined;
  rankAfter: number;
}

/**
 * ADDED is a score whose rank nobody asked for, and that is not among the first; COUNTED one that the board has as its
 * player's newest; OVERTAKEN one that comes after a newer one.
 */
export type ScoreEffect = CountedEffect | 'ADDED' | 'COUNTED' | 'OVERTAKEN';

/**
 * Adds points, in the order given; a player's must be in the order of their times. One answer a score, or
 * undefined when the board is not known here and has to be rebuilt: then some may have been added.
 */
export async function addScores(
  redis: Redis,
  board: Board,
  scores: readonly AddedScore[],
): Promise<ScoreEffect[] | undefined> {
  const keys = [boardKey(board.name), knownKey(board.name), reachedPrefix(board.name)];
  const expiresAt = expiryOf(board)?.getTime() ?? 0;
  const calls = inCalls(scores);
  // Scripts of one connection run in the order in which they are sent.
  const answers = await Promise.all(
    calls.map((call) => addScript(redis, keys, [expiresAt, FIRST_PLACES, packScores(call)])),
  );
  const effects: ScoreEffect[] = [];
  for (const [index, call] of calls.entries()) {
    const told = answers[index] as (number | string)[];
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

/** As add-scores.lua reads it. */
const RECORD_BYTES = 21;

function packScores(scores: readonly AddedScore[]): Buffer {
  const packed = Buffer.allocUnsafe(scores.length * RECORD_BYTES);
  let at = 0;
  for (const { playerNumber, at: reachedAt, points, isTracked } of scores) {
    writeMember(packed, at, playerNumber, reachedAt.getTime());
    packed.writeUInt32BE(points, at + MEMBER_BYTES);
    packed.writeUInt32BE(bucketOf(playerNumber), at + 15);
    packed.writeUInt8(fieldOf(playerNumber), at + 19);
    packed.writeUInt8(isTracked ? 1 : 0, at + 20);
    at += RECORD_BYTES;
  }
  return packed;
}

const ANSWERS_PER_SCORE = 4;
const COUNTED = -1;
const OVERTAKEN = -2;

/** Of scores that there is nothing to tell of, the script says nothing. */
function readEffects(told: readonly (number | string)[], count: number): ScoreEffect[] {
  const effects = Array.from({ length: count }, (): ScoreEffect => 'ADDED');
  for (let at = 0; at < told.length; at += ANSWERS_PER_SCORE) {
    const [position, total, before, after] = [at, at + 1, at + 2, at + 3].map((index) =>
      Number(told[index]),
    ) as [number, number, number, number];
    if (total === COUNTED) effects[position] = 'COUNTED';
    else if (total === OVERTAKEN) effects[position] = 'OVERTAKEN';
    else {
      const rankBefore = before === -1 ? undefined : before + 1;
      effects[position] = { total, rankBefore, rankAfter: after + 1 };
    }
  }
  return effects;
}

/** What PostgreSQL says of a player on a board. */
export interface StoredPlace {
  playerNumber: number;
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
  const keys = [boardKey(board.name), reachedPrefix(board.name)];
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
  const packed = Buffer.alloc(places.length * PLACE_BYTES);
  let at = 0;
  for (const { playerNumber, points, reachedAt, newestAt } of places) {
    writeMember(packed, at, playerNumber, reachedAt.getTime());
    writeTime(packed, at + MEMBER_BYTES, newestAt.getTime());
    packed.writeDoubleBE(points ?? OFF, at + 17);
    packed.writeUInt32BE(bucketOf(playerNumber), at + 25);
    packed.writeUInt8(fieldOf(playerNumber), at + 29);
    at += PLACE_BYTES;
  }
  return packed;
}
