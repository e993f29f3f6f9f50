import type { Redis } from 'ioredis';
import { binaryLuaScript } from '#platform/redis/lua.ts';
import { decodeMember, encodeMember } from '../../domain/member.ts';
import { boardKey, fieldOf, knownKey, reachedKey } from './board-keys.ts';
import { inChunks } from './in-chunks.ts';

const findScript = binaryLuaScript(new URL('./find-places.lua', import.meta.url));

const PLAYERS_PER_CALL = 250;

/** A place on a board. */
export interface Place {
  /** From 1. */
  rank: number;
  playerNumber: number;
  points: number;
  reachedAt: Date;
}

export interface BoardPage {
  /** False when Redis does not have the board, whatever else it answers. */
  isKnown: boolean;
  totalPlayers: number;
  places: Place[];
}

/** Places from a rank on, in one round trip: the logarithm of the board's size, and the page. */
export async function readPage(
  redis: Redis,
  board: string,
  fromRank: number,
  count: number,
): Promise<BoardPage> {
  const start = fromRank - 1;
  const [isKnown, totalPlayers, found] = await Promise.all([
    redis.exists(knownKey(board)),
    redis.zcard(boardKey(board)),
    count > 0 ? redis.zrevrangeBuffer(boardKey(board), start, start + count - 1, 'WITHSCORES') : [],
  ]);
  return { isKnown: isKnown === 1, totalPlayers, places: readPlaces(found as Buffer[], fromRank) };
}

/** Members, each followed by its points. */
function readPlaces(found: readonly Buffer[], fromRank: number): Place[] {
  const places: Place[] = [];
  for (let at = 0; at + 1 < found.length; at += 2) {
    const { playerNumber, reachedAt } = decodeMember(found[at] as Buffer);
    places.push({
      rank: fromRank + at / 2,
      playerNumber,
      points: Number(found[at + 1]),
      reachedAt,
    });
  }
  return places;
}

/** One answer a player, in their order; undefined for those who are not on the board. */
export async function findPlaces(
  redis: Redis,
  board: string,
  playerNumbers: readonly number[],
): Promise<(Place | undefined)[]> {
  const answers = await Promise.all(
    inChunks(playerNumbers, PLAYERS_PER_CALL).map(async (chunk) => {
      const found = (await findScript(
        redis,
        [boardKey(board), ...chunk.map((number) => reachedKey(board, number))],
        chunk.flatMap((number) => [numberBytes(number), fieldOf(number)]),
      )) as (Buffer | number | null)[];
      return chunk.map((_number, index) => toPlace(found.slice(index * 3, index * 3 + 3)));
    }),
  );
  return answers.flat();
}

const TIME_BYTES = 6;
const EPOCH = new Date(0);

const numberBytes = (playerNumber: number): Buffer =>
  encodeMember(playerNumber, EPOCH).subarray(TIME_BYTES);

function toPlace([member, points, rank]: readonly (Buffer | number | null)[]): Place | undefined {
  if (!Buffer.isBuffer(member) || typeof rank !== 'number') return undefined;
  return { rank: rank + 1, points: Number(points), ...decodeMember(member) };
}

export async function isBoardKnown(redis: Redis, board: string): Promise<boolean> {
  return (await redis.exists(knownKey(board))) === 1;
}
