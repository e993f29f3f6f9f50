import { createRandom } from '#platform/testing/random.ts';
import { testRedis, type TestRedis } from '#platform/testing/redis.ts';
import { boardOf, eventBoard, expiryOf, type Board } from '../../domain/boards.ts';
import { periodAt } from '../../domain/periods.ts';
import { REGIONS, type Region } from '../../domain/player.ts';
import { knownKey, rebuildKey, regionKey } from './board-keys.ts';
import { addScores, FIRST_PLACES, setPlaces, type StoredPlace } from './board-scores.ts';
import { findPlaces, readPage } from './read-boards.ts';
import { endRebuild } from './rebuild-board.ts';

// A board of all regions is the merger of theirs: what its scripts find is compared with a sorted list.

const PLAYERS = 4_000;
const START_MS = Date.UTC(2126, 0, 1);
/** Members of one hold times, scores of the other do where points leave room. */
const boards = {
  'all time': boardOf('raid', periodAt('ALL_TIME', new Date(START_MS))),
  'a season': boardOf('raid', periodAt('SEASONAL', new Date(START_MS))),
};
/** Points of a season from which on scores have no room for times. */
const WITHOUT_ROOM = 2 ** 20;

type Random = () => number;
interface Crowd {
  regionOf: (number: number, random: Random) => number;
  pointsOf: (region: number, random: Random) => number;
  /** Players reach their points within so many milliseconds: few, and times are equal, too. */
  withinMs: number;
  /** Most of them early when it is more than 1. */
  haste?: number;
  /** Commands that a page takes at most, of all time and of a season. */
  mostCalls: { 'all time': number; 'a season': number };
}

const anyRegion = (_number: number, random: Random): number =>
  Math.floor(random() * REGIONS.length);

const crowds: Record<string, Crowd> = {
  'regions are alike': {
    regionOf: anyRegion,
    pointsOf: (_region, random) => Math.floor(random() * 100_000),
    withinMs: 1e9,
    mostCalls: { 'all time': 36, 'a season': 36 },
  },
  'each region plays on a level of its own': {
    regionOf: anyRegion,
    pointsOf: (region, random) => region * 1_000 + Math.floor(random() * 1_500),
    withinMs: 1e9,
    mostCalls: { 'all time': 80, 'a season': 80 },
  },
  'nearly everybody is of one region': {
    regionOf: (number) => (number % 500 === 0 ? 5 : 2),
    pointsOf: (_region, random) => Math.floor(random() ** 4 * 10_000),
    withinMs: 1e9,
    mostCalls: { 'all time': 12, 'a season': 12 },
  },
  'all have the same points, and many the same time': {
    regionOf: anyRegion,
    pointsOf: () => 7,
    withinMs: 50,
    mostCalls: { 'all time': 180, 'a season': 75 },
  },
  'nearly all reach a few scores early, and some late': {
    regionOf: anyRegion,
    pointsOf: (_region, random) => Math.floor(random() * 3),
    withinMs: 1e9,
    haste: 12,
    mostCalls: { 'all time': 180, 'a season': 45 },
  },
  'a few scores are shared by hundreds': {
    regionOf: (number, random) => (number < 300 ? 0 : anyRegion(number, random)),
    pointsOf: (_region, random) => 100 * Math.floor(random() * 9),
    withinMs: 2_000,
    mostCalls: { 'all time': 95, 'a season': 35 },
  },
  'some have more points than scores with times hold': {
    regionOf: anyRegion,
    pointsOf: (_region, random) => WITHOUT_ROOM - 600 + Math.floor(random() * 900),
    withinMs: 40,
    mostCalls: { 'all time': 36, 'a season': 36 },
  },
};

type BoardName = keyof typeof boards;

const cases = Object.keys(crowds).flatMap((crowd) =>
  Object.keys(boards).map((name) => ({ crowd, name: name as BoardName })),
);
const crowdOf = (name: string): Crowd => crowds[name] as Crowd;

function gather({ regionOf, pointsOf, withinMs, haste = 1 }: Crowd, random: Random): StoredPlace[] {
  return Array.from({ length: PLAYERS }, (_, index) => {
    const region = regionOf(index + 1, random);
    const reachedAt = new Date(START_MS + Math.floor(random() ** haste * withinMs));
    return {
      playerNumber: index + 1,
      region: REGIONS[region] ?? REGIONS[0],
      points: pointsOf(region, random),
      reachedAt,
      newestAt: reachedAt,
    };
  });
}

/** The same places, best first. */
const rank = (places: readonly StoredPlace[]) =>
  places
    .toSorted(
      (one, other) =>
        (other.points ?? 0) - (one.points ?? 0) ||
        one.reachedAt.getTime() - other.reachedAt.getTime() ||
        other.playerNumber - one.playerNumber,
    )
    .map(({ playerNumber, points, reachedAt }, index) => ({
      rank: index + 1,
      playerNumber,
      points,
      reachedAt,
    }));

test.each(cases)(
  'any page and any rank of $name is that of a sorted list when $crowd',
  async ({ crowd, name }) => {
    const board = boards[name];
    await using test = await testRedis();
    const { redis } = test;
    const random = createRandom(3);
    const places = gather(crowdOf(crowd), random);
    await setPlaces(redis, board, places);
    await redis.set(knownKey(board.group), 1);
    const model = rank(places);

    for (let look = 0; look < 120; look++) {
      const from = look === 0 ? 1 : 1 + Math.floor(random() * (PLAYERS + 20));
      const count = [1, 10, 50, 100, 700][look % 5] ?? 1;
      const page = await readPage(redis, board, from, count);
      expect(page.places).toEqual(model.slice(from - 1, from - 1 + count));
      expect(page).toMatchObject({ isKnown: true, totalPlayers: PLAYERS });
    }
    const numbers = places.map(({ playerNumber }) => playerNumber);
    const found = await findPlaces(redis, board, [...numbers, PLAYERS + 1]);
    expect(found.pop()).toBeUndefined();
    expect(rank(places)).toEqual(
      found.toSorted((one, other) => (one?.rank ?? 0) - (other?.rank ?? 0)),
    );

    const region: Region = 'EUROPE';
    const ofRegion = rank(places.filter((place) => place.region === region));
    const regional = boardOf('raid', board.period, region);
    expect((await readPage(redis, regional, 3, 50)).places).toEqual(ofRegion.slice(2, 52));
    const [inside, outside] = [
      ofRegion[9]?.playerNumber,
      places.find((place) => place.region !== region),
    ];
    expect(await findPlaces(redis, regional, [inside ?? 0, outside?.playerNumber ?? 0])).toEqual([
      ofRegion[9],
      undefined,
    ]);
  },
);

test.each(cases)(
  'a score on the board of $name says the ranks that a sorted list says when $crowd',
  async ({ crowd, name }) => {
    const board = boards[name];
    await using test = await testRedis();
    const { redis } = test;
    const random = createRandom(5);
    let places = gather(crowdOf(crowd), random);
    await setPlaces(redis, board, places);
    await redis.set(knownKey(board.group), 1);

    for (let round = 0; round < 40; round++) {
      const before = rank(places);
      // Half of them are near the top, where ranks are told without being asked for.
      const near = before[Math.floor(random() * 150)]?.playerNumber ?? 1;
      const number = round % 2 === 0 ? near : 1 + Math.floor(random() * PLAYERS);
      const player = places[number - 1];
      if (player === undefined) throw new Error('no player');
      const at = new Date(START_MS + 2e9 + round);
      const points = Math.floor(random() * 300);
      const isTracked = round % 2 === 1;
      const [effect] =
        (await addScores(redis, board, [
          { playerNumber: number, region: player.region, at, points, isTracked },
        ])) ?? [];
      places = places.with(number - 1, {
        ...player,
        points: (player.points ?? 0) + points,
        reachedAt: at,
      });
      const after = rank(places);
      const rankOf = (list: typeof after) =>
        list.find(({ playerNumber }) => playerNumber === number)?.rank ?? 0;
      const inRegion = rank(places.filter(({ region }) => region === player.region));
      const isTold = isTracked || rankOf(after) <= FIRST_PLACES;
      const told = typeof effect === 'object' ? effect : undefined;
      // What is not asked for, and not among the first, may be told or not.
      expect(told ?? (isTold ? undefined : 'ADDED')).toEqual(
        told === undefined
          ? 'ADDED'
          : {
              total: (player.points ?? 0) + points,
              rankBefore: told.rankAfter === undefined && !isTold ? undefined : rankOf(before),
              rankAfter: told.rankAfter === undefined && !isTold ? undefined : rankOf(after),
              rankInRegion: rankOf(inRegion),
            },
      );
      // Not told at all is only whoever is among the first of neither.
      expect(told !== undefined || rankOf(inRegion) > FIRST_PLACES).toBe(true);
    }
  },
);

test.each(cases)(
  'a page of $name looks at few places at any depth when $crowd',
  async ({ crowd, name }) => {
    const board = boards[name];
    await using test = await testRedis();
    const { redis } = test;
    const random = createRandom(11);
    await setPlaces(redis, board, gather(crowdOf(crowd), random));
    await redis.set(knownKey(board.group), 1);
    await redis.config('RESETSTAT');
    const pages = 100;
    for (let page = 0; page < pages; page++) {
      await readPage(redis, board, 1 + Math.floor(random() * (PLAYERS - 100)), 50);
    }
    const stats = await redis.info('commandstats');
    const calls = ['zcount', 'zrevrange'].map((command) =>
      Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(stats)?.[1] ?? 0),
    );
    const ofPage = ((calls[0] ?? 0) + (calls[1] ?? 0)) / pages;
    expect(ofPage).toBeGreaterThan(1);
    expect(ofPage).toBeLessThan(crowdOf(crowd).mostCalls[name]);
  },
);

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
