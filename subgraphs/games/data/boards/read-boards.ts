import type { Redis } from 'ioredis';
import { binaryLuaScript } from '#platform/redis/lua.ts';
import type { Board } from '../../domain/boards.ts';
import { numberBytes, readPlace, scoreFormOf, type ScoreForm } from '../../domain/place.ts';
import type { Region } from '../../domain/player.ts';
import {
  fieldOf,
  knownKey,
  numberOfRegion,
  reachedByFewKey,
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
  const { region } = board;
  return region === undefined
    ? readPageOfAll(redis, board, fromRank, count)
    : readPageOfRegion(redis, { ...board, region }, fromRank, count);
}

async function readPageOfRegion(
  redis: Redis,
  { group, period, region }: Board & { region: Region },
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
  const form = scoreFormOf(period);
  const places = readMembers(found).map((each, index) => toPlace(form, each, fromRank + index));
  return { isKnown: isKnown === 1, totalPlayers, places };
}

async function readPageOfAll(
  redis: Redis,
  { group, period }: Board,
  fromRank: number,
  count: number,
): Promise<BoardPage> {
  const keys = [...regionKeys(group), knownKey(group)];
  const [isKnown, totalPlayers, skipped, ...lists] = (await pageScript(redis, keys, [
    fromRank - 1,
    count,
  ])) as [number, number, number, ...Buffer[][]];
  const form = scoreFormOf(period);
  const places = lists
    .flatMap(readMembers)
    .toSorted((one, other) => other.score - one.score || other.member.compare(one.member))
    .slice(skipped, skipped + count)
    .map((found, index) => toPlace(form, found, fromRank + index));
  return { isKnown: isKnown === 1, totalPlayers, places };
}

interface FoundMember {
  member: Buffer;
  score: number;
}

/** Members, each followed by its score. */
function readMembers(found: readonly Buffer[]): FoundMember[] {
  const members: FoundMember[] = [];
  for (let at = 0; at + 1 < found.length; at += 2) {
    members.push({ member: found[at] as Buffer, score: Number(found[at + 1]) });
  }
  return members;
}

const toPlace = (form: ScoreForm, { member, score }: FoundMember, rank: number): Place => ({
  rank,
  ...readPlace(form, member, score),
});

/** One answer a player, in their order; undefined for those who are not on the board. */
export async function findPlaces(
  redis: Redis,
  { group, period, region }: Board,
  playerNumbers: readonly number[],
): Promise<(Place | undefined)[]> {
  const wanted = region === undefined ? 0 : numberOfRegion(region);
  const form = scoreFormOf(period);
  const isTimed = form.scale > 1;
  const answers = await Promise.all(
    inChunks(playerNumbers, PLAYERS_PER_CALL).map(async (chunk) => {
      const reached = isTimed
        ? [reachedByFewKey(group)]
        : chunk.map((number) => reachedKey(group, number));
      const players = isTimed
        ? chunk.map(numberBytes)
        : chunk.flatMap((number) => [numberBytes(number), fieldOf(number)]);
      const found = (await findScript(
        redis,
        [...regionKeys(group), ...reached],
        [wanted, form.scale, ...players],
      )) as (Buffer | number | null)[];
      return chunk.map((_number, index) => readFound(form, found.slice(index * 3, index * 3 + 3)));
    }),
  );
  return answers.flat();
}

function readFound(
  form: ScoreForm,
  [member, score, rank]: readonly (Buffer | number | null)[],
): Place | undefined {
  if (!Buffer.isBuffer(member) || typeof rank !== 'number') return undefined;
  return toPlace(form, { member, score: Number(score) }, rank + 1);
}
