import type { Redis } from 'ioredis';
import { binaryLuaScript, luaScript } from '#platform/redis/lua.ts';
import { expiryOf, type Board } from '../../domain/boards.ts';
import { encodeMember } from '../../domain/member.ts';
import { inChunks } from './in-chunks.ts';
import { boardKey, fieldOf, knownKey, reachedKey } from './board-keys.ts';

const addScript = luaScript(new URL('./add-scores.lua', import.meta.url));
const setScript = binaryLuaScript(new URL('./set-places.lua', import.meta.url));

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

/** What a score led to. Ranks are from 1, and there when they were wanted or are among the first. */
export interface CountedEffect {
  total: number;
  rankBefore: number | undefined;
  rankAfter: number | undefined;
}

/** COUNTED is a score that the board has as its player's newest; OVERTAKEN one that comes after a newer one. */
export type ScoreEffect = CountedEffect | 'COUNTED' | 'OVERTAKEN';

/**
 * Adds points, in the order given; a player's must be in the order of their times. One answer a score, or
 * undefined when the board is not known here and has to be rebuilt: then some may have been added.
 */
export async function addScores(
  redis: Redis,
  board: Board,
  scores: readonly AddedScore[],
): Promise<ScoreEffect[] | undefined> {
  const answers = await Promise.all(
    inChunks(scores, PLAYERS_PER_CALL).map((chunk) =>
      addScript(
        redis,
        [
          boardKey(board.name),
          knownKey(board.name),
          ...chunk.map(({ playerNumber }) => reachedKey(board.name, playerNumber)),
        ],
        [
          expiryOf(board)?.getTime() ?? 0,
          FIRST_PLACES,
          ...chunk.flatMap(({ playerNumber, at, points, isTracked }) => [
            encodeMember(playerNumber, at),
            points,
            fieldOf(playerNumber),
            isTracked ? 1 : 0,
          ]),
        ],
      ),
    ),
  );
  if ((answers as unknown[][]).some((answer) => answer.length === 0)) return undefined;
  return (answers as [string, number, number][][]).flatMap(readEffects);
}

const ANSWERS_PER_SCORE = 3;
const COUNTED = -1;
const OVERTAKEN = -2;

function readEffects(answers: readonly unknown[]): ScoreEffect[] {
  const effects: ScoreEffect[] = [];
  for (let at = 0; at < answers.length; at += ANSWERS_PER_SCORE) {
    const total = Number(answers[at]);
    const rank = (index: number) =>
      answers[index] === -1 ? undefined : Number(answers[index]) + 1;
    if (total === COUNTED) effects.push('COUNTED');
    else if (total === OVERTAKEN) effects.push('OVERTAKEN');
    else effects.push({ total, rankBefore: rank(at + 1), rankAfter: rank(at + 2) });
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

const TIME_BYTES = 6;

/** Writes places, and returns the players of whom the board has something newer: those are left as they are. */
export async function setPlaces(
  redis: Redis,
  board: Board,
  places: readonly StoredPlace[],
): Promise<number[]> {
  const newer: number[] = [];
  for (const chunk of inChunks(places, PLAYERS_PER_CALL)) {
    const answers = (await setScript(
      redis,
      [
        boardKey(board.name),
        ...chunk.map(({ playerNumber }) => reachedKey(board.name, playerNumber)),
      ],
      [
        expiryOf(board)?.getTime() ?? 0,
        ...chunk.flatMap(({ playerNumber, points, reachedAt, newestAt }) => [
          encodeMember(playerNumber, reachedAt),
          points ?? '',
          fieldOf(playerNumber),
          encodeMember(playerNumber, newestAt).subarray(0, TIME_BYTES),
        ]),
      ],
    )) as number[];
    for (const [index, { playerNumber }] of chunk.entries()) {
      if (answers[index] === 0) newer.push(playerNumber);
    }
  }
  return newer;
}
