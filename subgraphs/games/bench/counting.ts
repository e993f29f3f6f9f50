import { parseArgs } from 'node:util';
import type { Player } from '../domain/player.ts';
import { openArena } from '../testing/arena.ts';

// node host/with-services.ts -- node [--cpu-prof] subgraphs/games/bench/counting.ts [--players 2000] [--batch 100] [--group 1000]
//
// What a score costs this process: accepting it in batches of a game server, and storing and counting it in
// groups as the consumer takes them. Microseconds of CPU a score; PostgreSQL and Redis come on top.

const { values } = parseArgs({
  options: {
    players: { type: 'string', default: '2000' },
    batch: { type: 'string', default: '100' },
    group: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
  },
});
const [players, batch, group, rounds] = [
  values.players,
  values.batch,
  values.group,
  values.rounds,
].map(Number) as [number, number, number, number];
if (![players, batch, group, rounds].every((count) => Number.isInteger(count) && count > 0)) {
  console.error('--players, --batch, --group and --rounds are whole numbers from 1');
  process.exit(1);
}

await using arena = await openArena();
const everybody: Player[] = [];
for (let count = 0; count < players; count++) {
  everybody.push(await arena.player(count % 2 === 0 ? 'EUROPE' : 'ASIA'));
}

async function perScore(work: () => Promise<unknown>, scores: number): Promise<string> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  const perSecond = Math.round((scores / (performance.now() - startedAt)) * 1_000);
  return `${((user + system) / scores).toFixed(1)} µs of CPU a score, ${perSecond}/s`;
}

for (let round = 0; round < rounds; round++) {
  await arena.redis.eval(
    "for _, key in ipairs(redis.call('KEYS', 'games:{played}:*')) do redis.call('UNLINK', key) end",
    0,
  );
  arena.wait(60_000);
  const games = everybody.map((player) =>
    arena.game(player, 1_000 + ((player.number * 7_919) % 9_000)),
  );
  const scores: Awaited<ReturnType<typeof arena.accept>> = [];
  const accepting = await perScore(async () => {
    const calls = [];
    for (let at = 0; at < games.length; at += batch) {
      calls.push(arena.accept(games.slice(at, at + batch)));
    }
    for (const accepted of await Promise.all(calls)) scores.push(...accepted);
  }, games.length);
  const counting = await perScore(async () => {
    for (let at = 0; at < scores.length; at += group)
      await arena.count(scores.slice(at, at + group));
  }, scores.length);
  console.log(`round ${round + 1}: accepted at ${accepting}; counted at ${counting}`);
}
