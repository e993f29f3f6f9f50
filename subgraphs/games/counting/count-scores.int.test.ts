import { createTurns } from '#platform/resilience/turns.ts';
import { until } from '#platform/bus/testing/events.ts';
import { knownKey, regionKey } from '../data/boards/board-keys.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { countScores } from './count-scores.ts';

test('a game counts on every board of its moment, and on those of its region', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player('EUROPE'), await arena.player('ASIA')];
  await arena.play(ada, 100, 200);
  await arena.play(ben, 250);

  for (const window of ['ALL_TIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'SEASONAL'] as const) {
    expect(await arena.standings(arena.board(window))).toEqual([
      [ada.username, 300],
      [ben.username, 250],
    ]);
  }
  expect(await arena.standings(arena.board('DAILY', 'ASIA'))).toEqual([[ben.username, 250]]);
  expect(await arena.standings(arena.board('ALL_TIME', undefined, 'deathmatch'))).toEqual([]);
});

test('the next day begins an empty board, and the last one stays readable', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  await arena.play(ada, 100);
  const yesterday = arena.board('DAILY');
  arena.wait(86_400_000);
  await arena.play(ada, 7);

  expect(await arena.standings(arena.board('DAILY'))).toEqual([[ada.username, 7]]);
  expect(await arena.standings(yesterday)).toEqual([[ada.username, 100]]);
  expect(await arena.standings()).toEqual([[ada.username, 107]]);
});

test('of equal points, those reached first rank first', async () => {
  await using arena = await openArena();
  const players = [await arena.player(), await arena.player(), await arena.player()];
  const [ada, ben, cem] = players as [
    (typeof players)[0],
    (typeof players)[0],
    (typeof players)[0],
  ];
  await arena.play(cem, 50);
  await arena.play(ada, 100);
  await arena.play(ben, 100);
  await arena.play(cem, 50);

  expect(await arena.standings()).toEqual([
    [ada.username, 100],
    [ben.username, 100],
    [cem.username, 100],
  ]);
});

test('a game that is delivered again, also after others, counts once', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const first = await arena.accept([arena.game(ada, 100)]);
  await arena.count(first);
  await arena.count([...first, ...first]);
  await arena.play(ada, 30);
  await arena.count(first);

  expect(await arena.standings()).toEqual([[ada.username, 130]]);
  expect(await storedCount(arena)).toBe(2);
});

test('a game that is overtaken by a later one of its player counts all the same', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const early = await arena.accept([arena.game(ada, 100)]);
  arena.wait(60_000);
  await arena.play(ada, 30);
  await arena.count(early);

  expect(await arena.standings()).toEqual([[ada.username, 130]]);
});

test('a process that dies between storing and counting loses nothing and repeats nothing', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  const scores = await arena.accept([arena.game(ada, 100), arena.game(ben, 70)]);
  const failing = { ...arena.boards, add: () => Promise.reject(new Error('killed')) };
  await expect(countScores({ ...arena.counting, boards: failing }, scores)).rejects.toThrow(
    'killed',
  );
  expect(await storedCount(arena)).toBe(2);

  await arena.count(scores);
  expect(await arena.standings()).toEqual([
    [ada.username, 100],
    [ben.username, 70],
  ]);
});

test('of two calls in turn the second is stored while the first is counted, and counted after it', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  const first = await arena.accept([arena.game(ada, 100)]);
  const second = await arena.accept([arena.game(ben, 70)]);
  const inTurn = createTurns(1);
  const begun = Promise.withResolvers<void>();
  const hold = Promise.withResolvers<void>();
  const order: string[] = [];
  const slow = {
    ...arena.boards,
    async add(...args: Parameters<typeof arena.boards.add>) {
      begun.resolve();
      await hold.promise;
      const effects = await arena.boards.add(...args);
      order.push('first ends');
      return effects;
    },
  };
  const quick = {
    ...arena.boards,
    add(...args: Parameters<typeof arena.boards.add>) {
      order.push('second begins');
      return arena.boards.add(...args);
    },
  };
  const counting = [
    countScores({ ...arena.counting, boards: slow }, first, inTurn),
    begun.promise.then(() => countScores({ ...arena.counting, boards: quick }, second, inTurn)),
  ];
  try {
    await until(async () => (await storedCount(arena)) === 2);
  } finally {
    hold.resolve();
  }
  await Promise.all(counting);

  expect(order.indexOf('second begins')).toBe(order.lastIndexOf('first ends') + 1);
  expect(await arena.standings()).toEqual([
    [ada.username, 100],
    [ben.username, 70],
  ]);
});

test('a flush brings every board back with the next score or the next look, whichever is first', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100, 10);
  await arena.play(ben, 70);
  await arena.redis.flushdb();
  expect(await arena.standings(arena.board('WEEKLY'))).toHaveLength(2);

  await arena.play(ben, 70);
  expect(await arena.standings()).toEqual([
    [ben.username, 140],
    [ada.username, 110],
  ]);
});

test('scores that arrive while a board is made anew are neither lost nor doubled', async () => {
  await using arena = await openArena();
  const players = await Promise.all(Array.from({ length: 20 }, () => arena.player()));
  for (const player of players) await arena.play(player, 10);
  await arena.redis.flushdb();
  const later = await Promise.all(
    players.map(async (player) => arena.accept([arena.game(player, 5)])),
  );
  await Promise.all([arena.standings(), ...later.map((scores) => arena.count(scores))]);

  const points = (await arena.standings()).map(([, total]) => total);
  expect(points).toEqual(players.map(() => 15));
});

test('a board that an eviction took half of is made anew', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  await arena.play(ada, 100);
  const { group } = arena.board().board;
  await arena.redis.del(regionKey(group, ada.region));
  expect(await arena.redis.exists(knownKey(group))).toBe(1);

  await arena.play(ada, 1);
  expect(await arena.standings()).toEqual([[ada.username, 101]]);
});

async function storedCount({ db }: Arena): Promise<number> {
  const { count } = await db
    .selectFrom('score_submission')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
