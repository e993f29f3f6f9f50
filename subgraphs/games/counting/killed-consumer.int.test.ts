import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { openArena, type Arena } from '../testing/arena.ts';

const PROGRAM = new URL('../testing/count-in-a-process.ts', import.meta.url).pathname;

/** Counts in a process of its own, and kills it with -9 when some boards have the scores and others have not. */
async function countAndDie(arena: Arena, scores: readonly SubmittedScore[]): Promise<void> {
  const { databaseUrl, redisUrl, now } = arena;
  const args = [PROGRAM, databaseUrl, redisUrl, now().toISOString()];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(scores));
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

test('kill -9 of a consumer in the middle of a batch loses and repeats nothing', async () => {
  await using arena = await openArena();
  const players = await Promise.all(Array.from({ length: 10 }, () => arena.player()));
  for (const player of players) await arena.play(player, 100);
  const batch: SubmittedScore[] = [];
  for (const [index, player] of players.entries()) {
    batch.push(...(await arena.acceptNext(player, index)));
    batch.push(...(await arena.acceptNext(player, 1)));
  }
  await countAndDie(arena, batch);

  // As the bus delivers it to the next process; then once more, late.
  await arena.count(batch);
  await arena.count(batch);
  const expected = players.map((player, index) => [player.username, 101 + index]);
  for (const window of ['ALL_TIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'SEASONAL'] as const) {
    for (const region of [undefined, 'EUROPE'] as const) {
      const standings = await arena.standings(arena.board(window, region));
      expect(standings.toSorted(byPoints)).toEqual(expected.toSorted(byPoints));
    }
  }
});

test('negative control: without the time of the newest game a second delivery counts twice', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  await arena.play(ada, 100);
  const scores = await arena.acceptNext(ada, 30);
  await arena.count(scores);
  expect(await arena.standings()).toEqual([[ada.username, 130]]);

  // A board that remembers an older time than that of its newest game takes the game again.
  await arena.forgetNewest(ada);
  await arena.count(scores);
  expect(await arena.standings()).toEqual([[ada.username, 160]]);
});

const byPoints = (one: unknown[], other: unknown[]): number => Number(other[1]) - Number(one[1]);
