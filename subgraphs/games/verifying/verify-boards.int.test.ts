import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { readActivity } from '../activity/read-activity.ts';
import { regionKey } from '../data/boards/board-keys.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { verifySomeBoard } from './verify-boards.ts';

/** Looks at the all-time board of raid, which is the last mode and the first window and region. */
function verify(arena: Arena, metrics = createMetrics()) {
  const numbers = [0.99, 0, 0];
  return verifySomeBoard({
    ...arena,
    modes: Array.from(arena.modes.values()),
    log: silentLog,
    metrics,
    secondLookMs: 1,
    random: () => numbers.shift() ?? 0,
  });
}

/** Gives the last of the board points that it does not have. */
async function spoil({ redis, ...arena }: Arena, points: number): Promise<void> {
  const key = regionKey(arena.board().board.group, 'EUROPE');
  const [member] = await redis.zrangeBuffer(key, '0', '0');
  if (member === undefined) throw new Error('the board is empty');
  await redis.zincrby(key, points, member);
}

test('a place that is not what history says is found, counted and corrected', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  await arena.play(ben, 70);
  arena.wait(60_000);
  const metrics = createMetrics();
  expect(await verify(arena, metrics)).toBe(0);

  await spoil(arena, 1_000);
  expect((await arena.standings())[0]).toEqual([ben.username, 1_070]);
  expect(await verify(arena, metrics)).toBe(1);
  expect(await arena.standings()).toEqual([
    [ada.username, 100],
    [ben.username, 70],
  ]);
  expect(await metrics.getSingleMetricAsString('games_places_drifted_total')).toContain(' 1');
});

test('whoever plays right now is no drift', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  await arena.play(ada, 100);
  await spoil(arena, 5);
  expect(await verify(arena)).toBe(0);
});

test('activity counts scores by second and mode, and each player once', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 10, 20, 30);
  await arena.play(ben, 10);
  const [again] = await arena.queued();
  await arena.count(again?.scores ?? []);
  arena.wait(1_000);

  const activity = await readActivity(arena.redis, arena.now());
  expect(activity.activePlayers).toBe(2);
  expect(activity.lastMinute.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(activity.scoresPerSecond).toBe(0.4);
  expect(activity.byMode).toEqual([{ modeId: 'raid', scoresPerSecond: 0.4 }]);
  arena.wait(600_000);
  expect(await readActivity(arena.redis, arena.now())).toMatchObject({
    activePlayers: 0,
    scoresPerSecond: 0,
    byMode: [],
  });
});
