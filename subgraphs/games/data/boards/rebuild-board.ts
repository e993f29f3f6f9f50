import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { expiryOf, type Board } from '../../domain/boards.ts';
import type { Db } from '../tables.ts';
import { knownKey, reachedByFewKey, rebuildKey, regionKeys } from './board-keys.ts';
import { setPlaces } from './board-scores.ts';
import { readStoredPlaces, type BoardContent } from './stored-places.ts';

const LOCK_MS = 10_000;
const RENEW_MS = LOCK_MS / 4;
const POLL_MS = 50;
/** A flush in the middle of a rebuild is no reason to give up; one after another is. */
const MAX_ATTEMPTS = 5;

export interface RebuildParts {
  redis: Redis;
  db: Db;
  newId: () => string;
}

/**
 * Writes a board of all regions, and with it those of each, anew from history, unless it is known already; of many that ask at once, on any replica,
 * one does it and the others wait. Scores are refused until it is known: those stored before the reading
 * are in it, those stored after it come on top.
 */
export async function rebuildBoard(parts: RebuildParts, content: BoardContent): Promise<void> {
  const { redis, newId } = parts;
  const { name, group } = content.board;
  const token = newId();
  let attempts = 0;
  while (!(await isBoardKnown(redis, content.board))) {
    const isMine = await redis.set(rebuildKey(group), token, 'PX', LOCK_MS, 'NX');
    if (isMine === null) {
      await wait(POLL_MS);
      continue;
    }
    if ((attempts += 1) > MAX_ATTEMPTS) {
      await endRebuild(redis, content.board, token, false);
      throw new Error(`${name} is forgotten as soon as it is written`);
    }
    const renewal = setInterval(() => {
      redis.pexpire(rebuildKey(group), LOCK_MS).catch(() => undefined);
    }, RENEW_MS);
    try {
      await writeBoard(parts, content, token);
    } catch (error) {
      await endRebuild(redis, content.board, token, false);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }
}

/** Makes the board unknown first, so that the next who wants it writes it anew. */
export async function forgetBoard(redis: Redis, { group }: Board): Promise<void> {
  await redis.del(knownKey(group));
}

export async function isBoardKnown(redis: Redis, { group }: Board): Promise<boolean> {
  return (await redis.exists(knownKey(group))) === 1;
}

async function writeBoard(
  { redis, db }: RebuildParts,
  content: BoardContent,
  token: string,
): Promise<void> {
  const { board } = content;
  let isBegun = false;
  for await (const places of readStoredPlaces(db, content)) {
    // From here on the board is locked: nobody writes what an older reading of history said.
    if (!isBegun) {
      // Another replica whose claim had run out may have made it meanwhile.
      if (await isBoardKnown(redis, board)) return endRebuild(redis, board, token, false);
      await redis.unlink(...regionKeys(board.group), reachedByFewKey(board.group));
    }
    isBegun = true;
    await setPlaces(redis, board, places);
    if (places.length === 0) await endRebuild(redis, board, token, true);
  }
}

const endScript = luaScript(
  new URL('./regions.lua', import.meta.url),
  new URL('./mark.lua', import.meta.url),
  new URL('./end-rebuild.lua', import.meta.url),
);

/** Says that a board is known when its rebuild is complete, and is still whose it was. */
export async function endRebuild(
  redis: Redis,
  board: Board,
  token: string,
  isComplete: boolean,
): Promise<void> {
  const { group } = board;
  await endScript(
    redis,
    [...regionKeys(group), knownKey(group), reachedByFewKey(group), rebuildKey(group)],
    [token, isComplete ? 1 : 0, expiryOf(board)?.getTime() ?? 0],
  );
}
