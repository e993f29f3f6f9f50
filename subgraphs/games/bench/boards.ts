import { parseArgs } from 'node:util';
import type { Redis } from 'ioredis';
import { testRedis } from '#platform/testing/redis.ts';
import { addScores, setPlaces, type StoredPlace } from '../data/boards/board-scores.ts';
import { findPlaces, readPage } from '../data/boards/read-boards.ts';
import { knownKey } from '../data/boards/board-keys.ts';
import { boardOf, type Board } from '../domain/boards.ts';
import { periodAt, type Window } from '../domain/periods.ts';
import { REGIONS, type Region } from '../domain/player.ts';
import { cpuOfRedis } from './cpu-of-servers.ts';

// node host/with-services.ts -- node subgraphs/games/bench/boards.ts [--members 10000,100000,1000000,10000000]
//
// What a board costs by the number of its members: bytes, and microseconds of Redis and of this process for
// a rank, a page of 100 at a random depth, and a score of a batch of 250; of all time, whose members hold times, and of a
// season, whose scores do, in one run. Target: flat from ten thousand to ten million.

const { values } = parseArgs({
  options: { members: { type: 'string', default: '10000,100000,1000000' } },
});
const sizes = values.members.split(',').map(Number);
if (!sizes.every((size) => Number.isInteger(size) && size >= 1_000)) {
  console.error(`--members is ${values.members}: expected numbers from 1000, separated by commas`);
  process.exit(1);
}

const FILL = 5_000;
const READS = 2_000;
const BATCHES = 40;
const BATCH = 250;
const PAGE = 100;
/** Redis forgets boards by its own clock. */
const START_MS = Date.UTC(2126, 0, 1);

await using test = await testRedis();
const { redis } = test;

/** Points of about twenty games each, so that equal ones are as frequent as they are in play. */
const pointsOf = (number: number): number => ((number * 2_654_435_761) % 2 ** 32) % 160_000;

async function fill(board: Board, members: number): Promise<void> {
  for (let first = 1; first <= members; first += FILL) {
    const length = Math.min(FILL, members - first + 1);
    const places = Array.from({ length }, (_, index): StoredPlace => {
      const playerNumber = first + index;
      const reachedAt = new Date(START_MS + playerNumber);
      const region = regionOf(playerNumber);
      const points = pointsOf(playerNumber);
      return { playerNumber, region, points, reachedAt, newestAt: reachedAt };
    });
    await setPlaces(redis, board, places);
  }
  await redis.set(knownKey(board.group), 1);
}

const regionOf = (number: number): Region => REGIONS[number % REGIONS.length] ?? REGIONS[0];

const random = (below: number): number => Math.floor(Math.random() * below);

/** Microseconds of Redis and of this process for each unit of work. */
async function cost(units: number, work: () => Promise<unknown>) {
  const [redisBefore, ownBefore] = [await cpuOfRedis(redis), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(ownBefore);
  return { redis: ((await cpuOfRedis(redis)) - redisBefore) / units, own: (user + system) / units };
}

async function usedBytes(client: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await client.info('memory'))?.[1] ?? 0);
}

async function measure(window: Window, members: number): Promise<void> {
  await redis.flushdb();
  const empty = await usedBytes(redis);
  const board = boardOf('raid', periodAt(window, new Date(START_MS)));
  await fill(board, members);
  const bytes = (await usedBytes(redis)) - empty;

  const ranks = await cost(READS, async () => {
    for (let count = 0; count < READS; count += 10) {
      const numbers = Array.from({ length: 10 }, () => 1 + random(members));
      await Promise.all(numbers.map((number) => findPlaces(redis, board, [number])));
    }
  });
  const pages = await cost(READS, async () => {
    for (let count = 0; count < READS; count += 10) {
      const depths = Array.from({ length: 10 }, () => 1 + random(members - PAGE));
      await Promise.all(depths.map((depth) => readPage(redis, board, depth, PAGE)));
    }
  });
  let time = START_MS + members;
  const scores = await cost(BATCHES * BATCH, async () => {
    for (let count = 0; count < BATCHES; count++) {
      time += 1;
      const at = new Date(time);
      const batch = Array.from({ length: BATCH }, () => {
        const playerNumber = 1 + random(members);
        const region = regionOf(playerNumber);
        return { playerNumber, region, at, points: random(15_000), isTracked: false };
      });
      await addScores(redis, board, batch);
    }
  });
  // Each as it is measured: the greatest takes minutes.
  console.table({
    window,
    members,
    MB: Math.round(bytes / 1e6),
    'bytes a member': Math.round(bytes / members),
    'rank µs redis': Math.round(ranks.redis),
    'rank µs here': Math.round(ranks.own),
    'page µs redis': Math.round(pages.redis),
    'page µs here': Math.round(pages.own),
    'score µs redis': Number(scores.redis.toFixed(1)),
    'score µs here': Number(scores.own.toFixed(1)),
  });
}

for (const members of sizes) {
  await measure('ALL_TIME', members);
  await measure('SEASONAL', members);
}
await redis.flushdb();
