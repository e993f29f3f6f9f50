import { parseArgs } from 'node:util';
import { SCORE_EVENTS } from '#schema/events/score-events.ts';
import { setPlaces, type StoredPlace } from '../data/boards/board-scores.ts';
import { knownKey } from '../data/boards/board-keys.ts';
import { WINDOWS } from '../domain/periods.ts';
import { REGIONS, type Player } from '../domain/player.ts';
import { flagGames } from '../cheating/flag-games.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { cpuOfBackends, cpuOfRedis } from './cpu-of-servers.ts';

// node host/with-services.ts -- node [--cpu-prof] subgraphs/games/bench/counting.ts [--players 2000] [--batch 100] [--group 1000] [--members 100000]
//
// What a score costs, in microseconds of CPU of this process, of Redis and of PostgreSQL: accepting it in batches of a
// game server, storing and counting it on boards of so many members in groups as the consumer takes them, and looking
// whether it was played.

const { values } = parseArgs({
  options: {
    players: { type: 'string', default: '2000' },
    batch: { type: 'string', default: '100' },
    group: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    members: { type: 'string', default: '0' },
  },
});
const { players, batch, group, rounds } = {
  players: Number(values.players),
  batch: Number(values.batch),
  group: Number(values.group),
  rounds: Number(values.rounds),
};
const members = Number(values.members);
if (![players, batch, group, rounds].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('--players, --batch, --group and --rounds are whole numbers from 1');
  process.exit(1);
}
if (!Number.isInteger(members) || members < 0) {
  console.error('--members is a whole number from 0');
  process.exit(1);
}

const FILL = 5_000;
/** Far from the numbers of the players who play. */
const FIRST_MEMBER = 1_000_000;

await using arena = await openArena();
const everybody: Player[] = [];
for (let count = 0; count < players; count++) {
  everybody.push(await arena.player(REGIONS[count % REGIONS.length]));
}
if (members > 0) await fillBoards(arena);

const rows = [];
for (let round = 1; round <= rounds; round++) {
  await arena.redis.eval(
    "for _, key in ipairs(redis.call('KEYS', 'games:{played}:*')) do redis.call('UNLINK', key) end",
    0,
  );
  arena.wait(60_000);
  const games = everybody.map((player) =>
    arena.game(player, 1_000 + ((player.number * 7_919) % 9_000)),
  );
  const scores: Awaited<ReturnType<typeof arena.accept>> = [];
  const before = (await arena.told(SCORE_EVENTS)).length;
  const accepting = await perScore(async () => {
    for (let at = 0; at < games.length; at += batch) {
      scores.push(...(await arena.accept(games.slice(at, at + batch))));
    }
  }, games.length);
  const counting = await perScore(async () => {
    for (let at = 0; at < scores.length; at += group)
      await arena.count(scores.slice(at, at + group));
  }, scores.length);
  const events = (await arena.told(SCORE_EVENTS)).slice(before);
  const looking = await perScore(
    () =>
      flagGames(
        { ...arena, modes: new Map(arena.counting.modes.map((mode) => [mode.number, mode])) },
        events,
      ),
    scores.length,
  );
  rows.push({ round, accepting, counting, looking });
}
console.table(
  rows.map(({ round, accepting, counting, looking }) => ({
    round,
    accepting: describe(accepting),
    counting: describe(counting),
    looking: describe(looking),
  })),
);
console.log('microseconds of CPU a score: this process + Redis + PostgreSQL');

interface Cost {
  own: number;
  redis: number;
  postgres: number;
}

function describe({ own, redis, postgres }: Cost): string {
  return `${own.toFixed(1)} + ${redis.toFixed(1)} + ${postgres.toFixed(1)}`;
}

async function perScore(work: () => Promise<unknown>, count: number): Promise<Cost> {
  const [redis, postgres] = [await cpuOfRedis(arena.redis), await cpuOfBackends(arena.db)];
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    own: (user + system) / count,
    redis: ((await cpuOfRedis(arena.redis)) - redis) / count,
    postgres: ((await cpuOfBackends(arena.db)) - postgres) / count,
  };
}

/** Members whom history does not know: nobody compares the boards of a benchmark with it. */
async function fillBoards(filled: Arena): Promise<void> {
  for (const window of WINDOWS) {
    const { board } = filled.board(window);
    for (let first = 0; first < members; first += FILL) {
      const length = Math.min(FILL, members - first);
      const places = Array.from({ length }, (_, index): StoredPlace => {
        const playerNumber = FIRST_MEMBER + first + index;
        const region = REGIONS[playerNumber % REGIONS.length] ?? REGIONS[0];
        const reachedAt = new Date(filled.now().getTime() - playerNumber);
        const points = (playerNumber * 2_654_435_761) % 160_000;
        return { playerNumber, region, points, reachedAt, newestAt: reachedAt };
      });
      await setPlaces(filled.redis, board, places);
    }
    await filled.redis.set(knownKey(board.group), 1);
  }
}
