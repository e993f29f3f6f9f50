import { testRedis, type TestRedis } from '#platform/testing/redis.ts';
import { boardOf, eventBoard, expiryOf, type Board } from '../../domain/boards.ts';
import { periodAt } from '../../domain/periods.ts';
import { leastWithoutRoom, scoreFormOf } from '../../domain/place.ts';
import type { Region } from '../../domain/player.ts';
import { knownKey, reachedByFewKey, rebuildKey, regionKey } from './board-keys.ts';
import { addScores, setPlaces } from './board-scores.ts';
import { findPlaces, readPage } from './read-boards.ts';
import { endRebuild } from './rebuild-board.ts';

// What is kept beside places, and what becomes of a board that has lost some of it.

const START_MS = Date.UTC(2126, 0, 1);
/** Members of one hold times, scores of the other do where points leave room. */
const boards = {
  'all time': boardOf('raid', periodAt('ALL_TIME', new Date(START_MS))),
  'a season': boardOf('raid', periodAt('SEASONAL', new Date(START_MS))),
};
/** Points of a season from which on scores have no room for times. */
const WITHOUT_ROOM = leastWithoutRoom(scoreFormOf(boards['a season'].period));
const at = new Date(START_MS);
const region: Region = 'ASIA';

const play = (
  { redis }: TestRedis,
  ended: Board,
  { playerNumber, points, ms = 0 }: { playerNumber: number; points: number; ms?: number },
) =>
  addScores(redis, ended, [
    { playerNumber, region, at: new Date(START_MS + ms), points, isTracked: true },
  ]);

const take = ({ redis }: TestRedis, ended: Board, points: number | undefined) =>
  setPlaces(redis, ended, [{ playerNumber: 1, region, points, reachedAt: at, newestAt: at }]);

/** Expects that Redis forgets all keys of a board with it, and returns how many there are. */
async function expectAllToEnd({ redis }: TestRedis, ended: Board): Promise<number> {
  const keys = (await redis.keys(`games:{places:${ended.group}}:*`)).filter(
    (key) => key !== knownKey(ended.group),
  );
  const ends = await Promise.all(keys.map((key) => redis.pexpiretime(key)));
  expect(new Set(ends)).toEqual(new Set([expiryOf(ended)?.getTime()]));
  return keys.length;
}

test('every key of an event is forgotten with it, whichever script has made the key', async () => {
  await using test = await testRedis();
  const event = eventBoard({
    id: 'spring',
    modeId: 'raid',
    startsAt: at,
    endsAt: new Date(START_MS + 1e9),
    multiplier: 2,
  });
  await take(test, event, 7);
  await test.redis.set(knownKey(event.group), 1);
  expect(await expectAllToEnd(test, event)).toBe(2);
  // The first of a bucket, the next one in it, and the first of a bucket that has become empty.
  await play(test, event, { playerNumber: 1_000_000, points: 3 });
  await play(test, event, { playerNumber: 1_000_001, points: 3 });
  expect(await expectAllToEnd(test, event)).toBe(3);
  await take(test, event, undefined);
  expect(await expectAllToEnd(test, event)).toBe(2);
  await play(test, event, { playerNumber: 1, points: 5 });
  expect(await expectAllToEnd(test, event)).toBe(3);
});

test('a player whose points outgrow scores with times stays one player, and so back again', async () => {
  await using test = await testRedis();
  const { redis } = test;
  const season = boards['a season'];
  const standing = async () => {
    const { totalPlayers, places } = await readPage(redis, season, 1, 10);
    expect(await findPlaces(redis, season, [1])).toEqual([places[0]]);
    expect(totalPlayers).toBe(places.length);
    return places.map(({ playerNumber, points, reachedAt }) => [
      playerNumber,
      points,
      reachedAt.getTime() - START_MS,
    ]);
  };

  await take(test, season, WITHOUT_ROOM - 2);
  await redis.set(knownKey(season.group), 1);
  expect(await expectAllToEnd(test, season)).toBe(1);
  expect(await play(test, season, { playerNumber: 1, points: 1, ms: 1 })).toEqual([
    { total: WITHOUT_ROOM - 1, rankBefore: 1, rankAfter: 1, rankInRegion: 1 },
  ]);
  expect(await standing()).toEqual([[1, WITHOUT_ROOM - 1, 1]]);
  expect(await expectAllToEnd(test, season)).toBe(1);

  for (const ms of [2, 3]) {
    const points = WITHOUT_ROOM + ms - 2;
    expect(await play(test, season, { playerNumber: 1, points: 1, ms })).toEqual([
      { total: points, rankBefore: 1, rankAfter: 1, rankInRegion: 1 },
    ]);
    expect(await standing()).toEqual([[1, points, ms]]);
    expect(await expectAllToEnd(test, season)).toBe(2);
  }
  expect(await play(test, season, { playerNumber: 1, points: 1, ms: 3 })).toEqual(['COUNTED']);
  expect(await play(test, season, { playerNumber: 1, points: 1, ms: 2 })).toEqual(['OVERTAKEN']);

  // PostgreSQL did not know of the newest game.
  expect(await take(test, season, 5)).toEqual([1]);
  const newestAt = new Date(START_MS + 3);
  const corrected = { playerNumber: 1, region, points: 5, reachedAt: at, newestAt };
  expect(await setPlaces(redis, season, [corrected])).toEqual([]);
  expect(await standing()).toEqual([[1, 5, 0]]);
  expect(await expectAllToEnd(test, season)).toBe(1);
  expect(await play(test, season, { playerNumber: 1, points: 1, ms: 0 })).toEqual(['COUNTED']);

  const many = WITHOUT_ROOM + 7;
  expect(await setPlaces(redis, season, [{ ...corrected, points: many }])).toEqual([]);
  expect(await standing()).toEqual([[1, many, 0]]);
  expect(await setPlaces(redis, season, [{ ...corrected, points: undefined }])).toEqual([]);
  expect(await redis.keys(`games:{places:${season.group}}:*`)).toEqual([knownKey(season.group)]);
});

test.each(['a season', 'all time'] as const)(
  'a board of %s that has lost a region is not known any more, whoever plays there next',
  async (name) => {
    await using test = await testRedis();
    const { redis } = test;
    const board = boards[name];
    for (const next of [1, 2]) {
      await redis.set(knownKey(board.group), 1);
      expect(await play(test, board, { playerNumber: 1, points: 1, ms: next })).toHaveLength(1);
      await redis.del(regionKey(board.group, region));
      const lost = await play(test, board, { playerNumber: next, points: 1, ms: next + 1 });
      expect(lost).toBeUndefined();
      expect(await redis.exists(knownKey(board.group))).toBe(0);
      await redis.flushdb();
    }
  },
);

test('a season that has lost a member with so many points is not known any more', async () => {
  await using test = await testRedis();
  const { redis } = test;
  const season = boards['a season'];
  await redis.set(knownKey(season.group), 1);
  await play(test, season, { playerNumber: 1, points: WITHOUT_ROOM });
  await play(test, season, { playerNumber: 2, points: 1 });
  await redis.zremrangebyrank(regionKey(season.group, region), -1, -1);
  expect(await play(test, season, { playerNumber: 1, points: 1, ms: 1 })).toBeUndefined();
  expect(await redis.exists(knownKey(season.group))).toBe(0);
});

test.each(['a season', 'all time'] as const)(
  'a correction does not hide that the board of %s has lost a region',
  async (name) => {
    await using test = await testRedis();
    const { redis } = test;
    const board = boards[name];
    await redis.set(knownKey(board.group), 1);
    await play(test, board, { playerNumber: 1, points: 5 });
    await play(test, board, { playerNumber: 2, points: 5 });
    await redis.del(regionKey(board.group, region));
    expect(await take(test, board, 3)).toEqual([]);
    expect(await redis.exists(regionKey(board.group, region))).toBe(0);
    expect(await play(test, board, { playerNumber: 2, points: 1, ms: 1 })).toBeUndefined();
  },
);

test('a season that has lost the times of those with so many points is not known any more', async () => {
  await using test = await testRedis();
  const { redis } = test;
  const season = boards['a season'];
  const lose = async () => {
    await redis.set(knownKey(season.group), 1);
    await play(test, season, { playerNumber: 1, points: WITHOUT_ROOM });
    expect(await redis.del(reachedByFewKey(season.group))).toBe(1);
  };
  await lose();
  expect(await play(test, season, { playerNumber: 1, points: 1, ms: 1 })).toBeUndefined();
  await redis.flushdb();
  await lose();
  await take(test, season, 7);
  expect(await redis.exists(knownKey(season.group))).toBe(0);
});

test.each(['a season', 'all time'] as const)(
  'a region of %s whose last player was taken off is no loss',
  async (name) => {
    await using test = await testRedis();
    const { redis } = test;
    const board = boards[name];
    await redis.set(knownKey(board.group), 1);
    await play(test, board, { playerNumber: 1, points: WITHOUT_ROOM });
    await take(test, board, undefined);
    expect(await redis.exists(regionKey(board.group, region))).toBe(0);
    expect(await play(test, board, { playerNumber: 2, points: 4, ms: 1 })).toHaveLength(1);
    expect(await play(test, board, { playerNumber: 1, points: 4, ms: 1 })).toHaveLength(1);
  },
);

test('a region that nobody knows is refused, and nothing is written', async () => {
  await using test = await testRedis();
  const season = boards['a season'];
  const score = { playerNumber: 1, region: 'ATLANTIS' as Region, at, points: 1, isTracked: false };
  await expect(addScores(test.redis, season, [score])).rejects.toThrow(
    'no region is called ATLANTIS',
  );
});

test('a rebuild says of which regions there are players', async () => {
  await using test = await testRedis();
  const { redis } = test;
  const season = boards['a season'];
  await take(test, season, 5);
  await redis.set(rebuildKey(season.group), 'mine');
  await endRebuild(redis, season, 'mine', true);
  await redis.del(regionKey(season.group, region));
  expect(await play(test, season, { playerNumber: 2, points: 1 })).toBeUndefined();
});
