import type { Redis } from 'ioredis';
import { MIN_GAP_MS } from '../domain/check-score.ts';

/** A game that asks to be a player's next. */
export interface NextGame {
  submissionId: string;
  playerNumber: number;
}

export type GateAnswer =
  /** The game is the player's next, at that time; the same game again has the time that it had first. */
  { isOpen: true; at: Date } | { isOpen: false; retryAfterMs: number };

const playedKey = (playerNumber: number): string => `games:{player:${playerNumber}}:played`;

/**
 * Lets one game of a player pass in a minute; the same one as often as it comes. One round trip for all of
 * them. After a flush a player may pass twice in a minute, which is all that the loss of it costs.
 */
export async function askGate(
  redis: Redis,
  games: readonly NextGame[],
  now: Date,
): Promise<GateAnswer[]> {
  const pipeline = redis.pipeline();
  for (const { submissionId, playerNumber } of games) {
    const value = `${submissionId}:${now.getTime()}`;
    pipeline.call('SET', playedKey(playerNumber), value, 'PX', MIN_GAP_MS, 'NX', 'GET');
  }
  const answers = (await pipeline.exec()) ?? [];
  return games.map(({ submissionId }, index): GateAnswer => {
    const [error, last] = answers[index] ?? [new Error('no answer'), null];
    if (error !== null) throw error;
    if (typeof last !== 'string') return { isOpen: true, at: now };

    const [lastId, lastAt] = last.split(':');
    const at = new Date(Number(lastAt));
    if (lastId === submissionId) return { isOpen: true, at };
    const retryAfterMs = Math.max(1, at.getTime() + MIN_GAP_MS - now.getTime());
    return { isOpen: false, retryAfterMs };
  });
}

/** Lets players pass again whose game was not accepted after all. */
export async function reopenGate(redis: Redis, playerNumbers: readonly number[]): Promise<void> {
  await Promise.all(playerNumbers.map((number) => redis.del(playedKey(number))));
}
