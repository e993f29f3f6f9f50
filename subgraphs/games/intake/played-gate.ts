import type { Redis } from 'ioredis';
import { binaryLuaScript } from '#platform/redis/lua.ts';
import { ID_BYTES, writeId } from '#schema/events/id-bytes.ts';
import { MIN_GAP_MS } from '../domain/check-score.ts';

/** A game that asks to be a player's next. */
export interface NextGame {
  /** In lower case. */
  submissionId: string;
  playerNumber: number;
}

export type GateAnswer =
  /** The game is the player's next, at that time; the same game again has the time that it had first. */
  { isOpen: true; at: Date } | { isOpen: false; retryAfterMs: number };

const gateScript = binaryLuaScript(new URL('./ask-gate.lua', import.meta.url));

/** All in one slot, so that a list of games is one script. */
const PLAYED = 'games:{played}:';

export const playedKey = (playerNumber: number): string => `${PLAYED}${playerNumber}`;

const NUMBER_BYTES = 5;
const TIME_BYTES = 6;
const ANSWERS_PER_GAME = 3;

/**
 * Lets one game of a player pass in a minute; the same one as often as it comes. One round trip for all of
 * them. After a flush a player may pass twice in a minute, which is all that the loss of it costs.
 */
export async function askGate(
  redis: Redis,
  games: readonly NextGame[],
  now: Date,
): Promise<GateAnswer[]> {
  if (games.length === 0) return [];
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(now.getTime(), 0, TIME_BYTES);
  const told = (await gateScript(redis, [PLAYED], [MIN_GAP_MS, time, packGames(games)])) as (
    number | Buffer
  )[];
  const answers = games.map((): GateAnswer => ({ isOpen: true, at: now }));
  for (let index = 0; index < told.length; index += ANSWERS_PER_GAME) {
    const [position, isSame, bytes] = told.slice(index) as [number, number, Buffer];
    const at = new Date(bytes.readUIntBE(0, TIME_BYTES));
    const retryAfterMs = Math.max(1, at.getTime() + MIN_GAP_MS - now.getTime());
    answers[position] = isSame === 1 ? { isOpen: true, at } : { isOpen: false, retryAfterMs };
  }
  return answers;
}

function packGames(games: readonly NextGame[]): Buffer {
  const packed = Buffer.allocUnsafe(games.length * (ID_BYTES + NUMBER_BYTES));
  let at = 0;
  for (const { submissionId, playerNumber } of games) {
    if (!writeId(submissionId, packed, at)) throw new Error(`${submissionId} is no id of a game`);
    at = packed.writeUIntBE(playerNumber, at + ID_BYTES, NUMBER_BYTES);
  }
  return packed;
}

/** Lets players pass again whose game was not accepted after all. */
export async function reopenGate(redis: Redis, playerNumbers: readonly number[]): Promise<void> {
  await redis.del(...playerNumbers.map(playedKey));
}
