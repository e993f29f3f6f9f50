import { createRandom } from '#platform/testing/random.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { boardOf } from '../../domain/boards.ts';
import { periodAt } from '../../domain/periods.ts';
import { leastWithoutRoom, scoreFormOf } from '../../domain/place.ts';
import { REGIONS, type Region } from '../../domain/player.ts';
import { knownKey } from './board-keys.ts';
import { addScores, FIRST_PLACES, setPlaces, type StoredPlace } from './board-scores.ts';
import { findPlaces, readPage } from './read-boards.ts';

// A board of all regions is the merger of theirs: what its scripts find is compared with a sorted list.

const PLAYERS = 4_000;
const START_MS = Date.UTC(2126, 0, 1);
/** Members of one hold times, scores of the other do where points leave room. */
const boards = {
  'all time': boardOf('raid', periodAt('ALL_TIME', new Date(START_MS))),
  'a season': boardOf('raid', periodAt('SEASONAL', new Date(START_MS))),
};
/** Points of a season from which on scores have no room for times. */
const WITHOUT_ROOM = leastWithoutRoom(scoreFormOf(boards['a season'].period));

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
