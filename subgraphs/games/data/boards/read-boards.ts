import type { Redis } from 'ioredis';
import { binaryLuaScript } from '#platform/redis/lua.ts';
import type { Board } from '../../domain/boards.ts';
import { decodeMember, encodeMember } from '../../domain/member.ts';
import type { Region } from '../../domain/player.ts';
import {
  fieldOf,
  knownKey,
  numberOfRegion,
  reachedKey,
  regionKey,
  regionKeys,
} from './board-keys.ts';
import { inChunks } from './in-chunks.ts';

const regionsFile = new URL('./regions.lua', import.meta.url);
const findScript = binaryLuaScript(regionsFile, new URL('./find-places.lua', import.meta.url));
const pageScript = binaryLuaScript(regionsFile, new URL('./find-page.lua', import.meta.url));

/** Bounds how long other commands wait for one script: about 2 ms. */
const PLAYERS_PER_CALL = 50;

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
export function readPage(
  redis: Redis,
  board: Board,
  fromRank: number,
  count: number,
): Promise<BoardPage> {
  const { group, region } = board;
  return region === undefined
    ? readPageOfAll(redis, group, fromRank, count)
    : readPageOfRegion(redis, { group, region }, fromRank, count);
}

async function readPageOfRegion(
  redis: Redis,
  { group, region }: { group: string; region: Region },
  fromRank: number,
  count: number,
): Promise<BoardPage> {
  const key = regionKey(group, region);
  const start = fromRank - 1;
  const [isKnown, totalPlayers, found] = await Promise.all([
    redis.exists(knownKey(group)),
    redis.zcard(key),
    count > 0 ? redis.zrevrangeBuffer(key, start, start + count - 1, 'WITHSCORES') : [],
  ]);
  const places = readMembers(found).map((each, index) => toPlace(each, fromRank + index));
  return { isKnown: isKnown === 1, totalPlayers, places };
}

async function readPageOfAll(
  redis: Redis,
  group: string,
  fromRank: number,
  count: number,
): Promise<BoardPage> {
  const keys = [...regionKeys(group), knownKey(group)];
  const [isKnown, totalPlayers, skipped, ...lists] = (await pageScript(redis, keys, [
    fromRank - 1,
    count,
  ])) as [number, number, number, ...Buffer[][]];
  const places = lists
    .flatMap(readMembers)
    .toSorted((one, other) => other.points - one.points || other.member.compare(one.member))
    .slice(skipped, skipped + count)
    .map((found, index) => toPlace(found, fromRank + index));
  return { isKnown: isKnown === 1, totalPlayers, places };
}

interface FoundMember {
  member: Buffer;
  points: number;
}

/** Members, each followed by its points. */
function readMembers(found: readonly Buffer[]): FoundMember[] {
  const members: FoundMember[] = [];
  for (let at = 0; at + 1 < found.length; at += 2) {
    members.push({ member: found[at] as Buffer, points: Number(found[at + 1]) });
  }
  return members;
}

const toPlace = ({ member, points }: FoundMember, rank: number): Place => ({
  rank,
  points,
  ...decodeMember(member),
});

/** One answer a player, in their order; undefined for those who are not on the board. */
export async function findPlaces(
  redis: Redis,
  { group, region }: Board,
  playerNumbers: readonly number[],
): Promise<(Place | undefined)[]> {
  const wanted = region === undefined ? 0 : numberOfRegion(region);
  const answers = await Promise.all(
    inChunks(playerNumbers, PLAYERS_PER_CALL).map(async (chunk) => {
      const found = (await findScript(
        redis,
        [...regionKeys(group), ...chunk.map((number) => reachedKey(group, number))],
        [wanted, ...chunk.flatMap((number) => [numberBytes(number), fieldOf(number)])],
      )) as (Buffer | number | null)[];
      return chunk.map((_number, index) => readPlace(found.slice(index * 3, index * 3 + 3)));
    }),
  );
  return answers.flat();
}

const TIME_BYTES = 6;
const EPOCH = new Date(0);

const numberBytes = (playerNumber: number): Buffer =>
  encodeMember(playerNumber, EPOCH).subarray(TIME_BYTES);

function readPlace([member, points, rank]: readonly (Buffer | number | null)[]): Place | undefined {
  if (!Buffer.isBuffer(member) || typeof rank !== 'number') return undefined;
  return toPlace({ member, points: Number(points) }, rank + 1);
}
